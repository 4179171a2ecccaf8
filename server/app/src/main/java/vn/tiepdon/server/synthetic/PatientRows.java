package vn.tiepdon.server.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientKeys;

/** What the register says of an invented patient. */
final class PatientRows {

    private static final LocalDate ISSUED = LocalDate.of(2021, 7, 1);

    private final OffsetDateTime now;

    PatientRows(Instant now) {
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    void add(Rows rows, int facility, InventedPatient patient) {
        long id = patient.serial();
        PatientKeys keys = PatientKeys.of(patient.fullName(), new BirthDate(patient.birthDate()));
        rows.add(
                FilledTable.PATIENT,
                facility,
                id,
                patient.fullName(),
                keys.searchName(),
                keys.matchKey(),
                patient.birthDate(),
                patient.sex().name(),
                now);
        String name = keys.name();
        keys.words().forEach(word -> rows.add(FilledTable.PATIENT_WORD, facility, id, word, name));
        identifier(rows, facility, id, IdentifierKind.HOSPITAL, Numbers.hospital(patient.serial()));
        identifier(rows, facility, id, IdentifierKind.NATIONAL, patient.national());
        identifier(rows, facility, id, IdentifierKind.OLD_NATIONAL, patient.oldNational());
        identifier(rows, facility, id, IdentifierKind.INSURANCE, patient.insurance());
    }

    private static void identifier(Rows rows, int facility, long patient, IdentifierKind kind, String value) {
        if (value != null) {
            rows.add(FilledTable.PATIENT_IDENTIFIER, facility, patient, kind.name(), value, value, ISSUED);
        }
    }
}
