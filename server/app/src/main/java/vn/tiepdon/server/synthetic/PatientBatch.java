package vn.tiepdon.server.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.Programme;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientKeys;

/** Some hundred patients on their way into the database. */
final class PatientBatch {

    private static final LocalDate ISSUED = LocalDate.of(2021, 7, 1);

    private final int facility;
    private final Map<String, Integer> clinicIds;
    private final OffsetDateTime now;
    private long visitId;
    private final List<Object[]> patients = new ArrayList<>();
    private final List<Object[]> words = new ArrayList<>();
    private final List<Object[]> identifiers = new ArrayList<>();
    private final List<Object[]> programmes = new ArrayList<>();
    private final List<Object[]> visits = new ArrayList<>();

    PatientBatch(FacilityId facility, Map<String, Integer> clinicIds, Instant now, long visitsBefore) {
        this.facility = facility.value();
        this.clinicIds = clinicIds;
        this.now = now.atOffset(ZoneOffset.UTC);
        this.visitId = visitsBefore;
    }

    void add(InventedPatient patient, InventedVisits.Course course) {
        long id = patient.serial();
        PatientKeys keys = PatientKeys.of(patient.fullName(), new BirthDate(patient.birthDate()));
        patients.add(new Object[] {
            facility,
            id,
            patient.fullName(),
            keys.searchName(),
            keys.matchKey(),
            patient.birthDate(),
            patient.sex().name(),
            now
        });
        keys.words().forEach(word -> words.add(new Object[] {facility, word, id}));
        identifier(id, IdentifierKind.HOSPITAL, Numbers.hospital(patient.serial()));
        identifier(id, IdentifierKind.NATIONAL, patient.national());
        identifier(id, IdentifierKind.OLD_NATIONAL, patient.oldNational());
        identifier(id, IdentifierKind.INSURANCE, patient.insurance());
        for (Programme programme : patient.programmes()) {
            programmes.add(
                    new Object[] {facility, id, programme.name(), clinicIds.get(programme.name()), course.nextDue()});
        }
        for (InventedVisits.Visit visit : course.visits()) {
            Diagnosis diagnosis = visit.diagnosis();
            visits.add(new Object[] {
                facility,
                ++visitId,
                id,
                clinicIds.get(visit.where()),
                visit.day(),
                diagnosis.icd10(),
                diagnosis.vi(),
                diagnosis.en()
            });
        }
    }

    /** @return the number of the last visit written */
    long write(JdbcTemplate jdbc) {
        jdbc.batchUpdate(
                "insert into patient (facility_id, patient_id, full_name, search_name, match_key, birth_date,"
                        + " sex, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                patients);
        jdbc.batchUpdate("insert into patient_word (facility_id, word, patient_id) values (?, ?, ?)", words);
        jdbc.batchUpdate(
                "insert into patient_identifier (facility_id, patient_id, kind, id_value, current_value,"
                        + " valid_from) values (?, ?, ?, ?, ?, ?)",
                identifiers);
        jdbc.batchUpdate(
                "insert into chronic_programme (facility_id, patient_id, code, clinic_id, next_due)"
                        + " values (?, ?, ?, ?, ?)",
                programmes);
        jdbc.batchUpdate(
                "insert into visit (facility_id, visit_id, patient_id, clinic_id, on_day, diagnosis_code,"
                        + " diagnosis_vi, diagnosis_en) values (?, ?, ?, ?, ?, ?, ?, ?)",
                visits);
        return visitId;
    }

    private void identifier(long patient, IdentifierKind kind, String value) {
        if (value != null) {
            identifiers.add(new Object[] {facility, patient, kind.name(), value, value, ISSUED});
        }
    }
}
