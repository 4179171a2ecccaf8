package vn.tiepdon.server.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.FacilityId;

/** The people a hospital knows. */
@Repository
public class Patients {

    private static final String SELECT = """
            select p.patient_id, p.full_name, p.birth_date, p.sex, h.id_value as hospital_code
            from patient p
            left join patient_identifier h on h.facility_id = p.facility_id and h.patient_id = p.patient_id
                and h.kind = 'HOSPITAL' and h.valid_to is null
            """;

    private final JdbcClient jdbc;

    Patients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The patient whom an identifier in force names. */
    public Optional<Patient> find(FacilityId facility, IdentifierKind kind, String value) {
        // Not a join: H2 would walk through all patients and look for the identifier of each.
        return jdbc.sql(SELECT + """
                where p.facility_id = :facility and p.patient_id = (
                    select i.patient_id from patient_identifier i
                    where i.facility_id = :facility and i.kind = :kind and i.current_value = :value)
                """)
                .param("facility", facility.value())
                .param("kind", kind.name())
                .param("value", value)
                .query(Patients::patient)
                .optional();
    }

    public Optional<Patient> find(FacilityId facility, PatientId id) {
        return jdbc.sql(SELECT + "where p.facility_id = :facility and p.patient_id = :id")
                .param("facility", facility.value())
                .param("id", id.value())
                .query(Patients::patient)
                .optional();
    }

    /** Several patients; who is gone is not in the map. */
    public Map<PatientId, Patient> find(FacilityId facility, Collection<PatientId> ids) {
        Map<PatientId, Patient> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SELECT + "where (p.facility_id, p.patient_id) in (:ids)")
                    .param(
                            "ids",
                            Keys.of(
                                    facility.value(),
                                    ids.stream()
                                            .map(PatientId::value)
                                            .distinct()
                                            .toList()))
                    .query(Patients::patient)
                    .list()
                    .forEach(patient -> found.put(patient.id(), patient));
        }
        return found;
    }

    /** The names of several patients as a public screen may show them. */
    public Map<PatientId, String> maskedNames(FacilityId facility, Collection<PatientId> ids) {
        Map<PatientId, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select patient_id, full_name from patient where (facility_id, patient_id) in (:ids)")
                    .param(
                            "ids",
                            Keys.of(
                                    facility.value(),
                                    ids.stream().map(PatientId::value).toList()))
                    .query(row -> {
                        names.put(new PatientId(row.getLong("patient_id")), MaskedName.of(row.getString("full_name")));
                    });
        }
        return names;
    }

    private static Patient patient(ResultSet row, int number) throws SQLException {
        return new Patient(
                new PatientId(row.getLong("patient_id")),
                row.getString("full_name"),
                new BirthDate(row.getString("birth_date")),
                Sex.valueOf(row.getString("sex")),
                row.getString("hospital_code"));
    }
}
