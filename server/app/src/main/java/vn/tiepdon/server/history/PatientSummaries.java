package vn.tiepdon.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.desk.PatientSummary;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.TypedNumbers;

/** From a number to the last ten visits in one question to the database. */
@Repository
public class PatientSummaries {

    private static final int VISITS = 10;

    // The identifier as a subquery: H2 would walk through all patients to join it. The order names the visits' own
    // facility and patient, so that an index gives them in it.
    private static final String SUMMARY = """
            select p.full_name, p.birth_date, p.sex,
                (select h.id_value from patient_identifier h where h.facility_id = p.facility_id
                    and h.patient_id = p.patient_id and h.kind = 'HOSPITAL' and h.valid_to is null) as hospital_code,
                v.on_day, v.kind, v.diagnosis_code, v.diagnosis_vi, v.diagnosis_en, v.doctor, v.next_visit,
                c.name_vi, c.name_en
            from patient p
            left join visit v on v.facility_id = p.facility_id and v.patient_id = p.patient_id
            left join clinic c on c.facility_id = v.facility_id and c.clinic_id = v.clinic_id
            where p.facility_id = :facility and p.patient_id = (
                select i.patient_id from patient_identifier i
                where i.facility_id = :facility and i.kind = :kind and i.current_value = :value)
            order by v.on_day desc, v.visit_id desc
            limit :visits
            """;

    private final JdbcClient jdbc;

    PatientSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the number names nobody. Sensitive diagnoses are in it: who asks is written down by the caller. */
    public Optional<PatientSummary> of(FacilityId facility, TypedNumbers.Number number) {
        List<PatientSummary> rows = jdbc.sql(SUMMARY)
                .param("facility", facility.value())
                .param("kind", number.kind().name())
                .param("value", number.value())
                .param("visits", VISITS)
                .query((row, n) -> withOneVisit(row))
                .list();
        return rows.stream()
                .findFirst()
                .map(first -> new PatientSummary(
                        first.hospitalCode(),
                        first.fullName(),
                        first.birthDate(),
                        first.sex(),
                        rows.stream().flatMap(one -> one.visits().stream()).toList()));
    }

    private static PatientSummary withOneVisit(ResultSet row) throws SQLException {
        return new PatientSummary(
                row.getString("hospital_code"),
                row.getString("full_name"),
                row.getString("birth_date"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("on_day") != null ? List.of(visit(row)) : List.of());
    }

    private static PatientSummary.Visit visit(ResultSet row) throws SQLException {
        return new PatientSummary.Visit(
                row.getObject("on_day", LocalDate.class),
                row.getString("kind"),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getString("diagnosis_code"),
                new Text(row.getString("diagnosis_vi"), row.getString("diagnosis_en")),
                row.getString("doctor"),
                row.getObject("next_visit", LocalDate.class));
    }
}
