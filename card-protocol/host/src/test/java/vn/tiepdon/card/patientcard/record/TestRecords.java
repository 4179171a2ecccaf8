package vn.tiepdon.card.patientcard.record;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.record.BloodGroup.Abo;
import vn.tiepdon.card.patientcard.record.BloodGroup.RhD;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Allergy;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Chronic;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Contact;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.card.patientcard.record.MedicationRecord.Drug;

/** Invented records of an invented patient. */
public final class TestRecords {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private TestRecords() {}

    public static EmergencyRecord emergency() {
        return new EmergencyRecord(
                DAY,
                Optional.of(new BloodGroup(Abo.AB, RhD.NEGATIVE)),
                List.of(new Allergy("Penicillin", Severity.SEVERE), new Allergy("Tôm", Severity.UNKNOWN)),
                List.of(
                        new Chronic("E11.9", "Đái tháo đường típ 2", Optional.of(LocalDate.of(2019, 3, 1))),
                        new Chronic("I10", "Tăng huyết áp", Optional.empty())),
                List.of(new Contact("Nguyễn Văn Mẫu", "+84 (28) 555-0100", Optional.of("con trai"))));
    }

    public static MedicationRecord medication() {
        return new MedicationRecord(
                DAY,
                List.of(
                        new Drug("Metformin 850 mg", "sáng 1 viên, tối 1 viên, sau ăn", DAY, 30),
                        new Drug("Amlodipin 5 mg", "sáng 1 viên", DAY.minusDays(7), 90)));
    }

    public static VisitRecord visit() {
        return new VisitRecord(
                DAY, "79999", "Khám Nội tổng hợp", List.of("E11.9", "I10"), Optional.of(DAY.plusMonths(1)));
    }

    static VisitRecord longestVisit() {
        return new VisitRecord(
                DAY,
                "79999",
                "ễ".repeat(16) + "ab",
                Collections.nCopies(VisitRecord.MAX_DIAGNOSES, "E11.999"),
                Optional.of(DAY));
    }
}
