package vn.tiepdon.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * What a doctor most likely diagnoses today: the diagnosis of the patient's last visit to this clinic, then the chronic
 * ones, then those of the programmes. Sensitive ones are left out, because the patient's company sees the screen.
 */
@Repository
public class DiagnosisChoices {

    /** As many as are taken in at a glance. */
    private static final int OFFERED = 6;

    private static final String LAST_HERE = """
            select diagnosis_code, diagnosis_vi, diagnosis_en from visit
            where facility_id = :facility and patient_id = :patient and clinic_id = :clinic and %s
            order by on_day desc, visit_id desc limit 1
            """.formatted(SensitiveDiagnosis.noneOf("diagnosis_code"));

    private static final String CHRONIC = """
            select diagnosis_code, diagnosis_vi, diagnosis_vi as diagnosis_en from chronic_diagnosis
            where facility_id = :facility and patient_id = :patient and %s order by item
            """.formatted(SensitiveDiagnosis.noneOf("diagnosis_code"));

    private static final String PROGRAMMES = """
            select code from chronic_programme where facility_id = :facility and patient_id = :patient
            order by next_due nulls last, code
            """;

    private final JdbcClient jdbc;
    private final DiagnosisCatalogue catalogue;

    DiagnosisChoices(JdbcClient jdbc, DiagnosisCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** Six at most, no code twice; a programme adds nothing when its illness is there in any kind. */
    public List<Diagnosis> of(FacilityId facility, PatientId patient, ClinicId clinic) {
        Map<Icd10, Diagnosis> choices = new LinkedHashMap<>();
        Stream.concat(
                        stored(LAST_HERE, facility, patient, Optional.of(clinic)),
                        stored(CHRONIC, facility, patient, Optional.empty()))
                .forEach(one -> choices.putIfAbsent(one.code(), one));
        programmes(facility, patient).forEach(one -> {
            if (choices.keySet().stream().noneMatch(it -> it.category().equals(one.category()))) {
                catalogue.find(one).ifPresent(named -> choices.put(one, named));
            }
        });
        return choices.values().stream().limit(OFFERED).toList();
    }

    private Stream<Diagnosis> stored(String sql, FacilityId facility, PatientId patient, Optional<ClinicId> clinic) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("facility", facility.value()).param("patient", patient.value());
        return clinic
                .map(it -> statement.param("clinic", it.value()))
                .orElse(statement)
                .query((row, n) -> diagnosis(row))
                .list()
                .stream()
                .flatMap(Optional::stream);
    }

    /** Named as the catalogue does, which knows both languages; empty for an old code that is none today. */
    private Optional<Diagnosis> diagnosis(ResultSet row) throws SQLException {
        Optional<Icd10> code = Icd10.parse(row.getString("diagnosis_code"));
        Text stored = new Text(row.getString("diagnosis_vi"), row.getString("diagnosis_en"));
        return code.map(it -> catalogue.find(it).orElse(new Diagnosis(it, stored)));
    }

    private Stream<Icd10> programmes(FacilityId facility, PatientId patient) {
        return jdbc
                .sql(PROGRAMMES)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(String.class)
                .list()
                .stream()
                .map(code -> Programme.valueOf(code).diagnosis());
    }
}
