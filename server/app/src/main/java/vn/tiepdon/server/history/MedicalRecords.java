package vn.tiepdon.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** What a patient's card is to carry, as it stands now. Nothing sensitive is in it, whoever asks. */
@Component
public class MedicalRecords {

    private static final String VISIT = """
            select v.on_day, v.diagnosis_code, v.next_visit, c.name_vi, f.code as facility_code
            from visit v
            join clinic c on c.facility_id = v.facility_id and c.clinic_id = v.clinic_id
            join facility f on f.facility_id = v.facility_id
            where v.facility_id = :facility and v.visit_id = :visit and %s
            """.formatted(SensitiveDiagnosis.noneOf("v.diagnosis_code"));

    private static final String LATEST = """
            select v.visit_id from visit v
            where v.facility_id = :facility and v.patient_id = :patient and %s
            order by v.on_day desc, v.visit_id desc
            limit :most
            """.formatted(SensitiveDiagnosis.noneOf("v.diagnosis_code"));

    private final MedicalData data;
    private final JdbcClient jdbc;

    MedicalRecords(MedicalData data, JdbcClient jdbc) {
        this.data = data;
        this.jdbc = jdbc;
    }

    /** Empty when nobody has asked the patient, or when the card has no room for all of it. */
    public Optional<EmergencyRecord> emergency(FacilityId facility, PatientId patient) {
        return CardContent.emergency(data.emergency(facility, patient));
    }

    /** Empty when nobody has asked the patient, or when the card has no room for the whole list. */
    public Optional<MedicationRecord> medication(FacilityId facility, PatientId patient) {
        return CardContent.medication(data.medication(facility, patient));
    }

    /** Empty when there is no such visit, or when its diagnosis is one that no card may carry. */
    public Optional<VisitRecord> visit(FacilityId facility, long visitId) {
        return jdbc.sql(VISIT)
                .param("facility", facility.value())
                .param("visit", visitId)
                .query((row, n) -> visit(row))
                .optional()
                .flatMap(it -> it);
    }

    /** Ids of the latest visits that a card may carry, the oldest of them first. */
    public List<Long> latestVisits(FacilityId facility, PatientId patient, int atMost) {
        List<Long> latest = jdbc.sql(LATEST)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("most", atMost)
                .query(Long.class)
                .list();
        Collections.reverse(latest);
        return latest;
    }

    private static Optional<VisitRecord> visit(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("on_day", LocalDate.class);
        String facility = row.getString("facility_code");
        String clinic = ShortText.within(row.getString("name_vi"), VisitRecord.MAX_CLINIC);
        Optional<LocalDate> next = Optional.ofNullable(row.getObject("next_visit", LocalDate.class));
        return Icd10.parse(row.getString("diagnosis_code"))
                .map(code -> new VisitRecord(day, facility, clinic, List.of(code.code()), next));
    }
}
