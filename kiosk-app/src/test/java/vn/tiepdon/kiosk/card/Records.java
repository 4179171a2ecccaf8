package vn.tiepdon.kiosk.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.record.BloodGroup;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Allergy;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Chronic;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Contact;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.card.patientcard.record.MedicationRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord.Drug;
import vn.tiepdon.card.patientcard.record.VisitRecord;

/** Invented records of an invented patient. */
public final class Records {

    private static final LocalDate TODAY = Hospital.TODAY;

    private Records() {}

    public static EmergencyRecord emergency() {
        return new EmergencyRecord(
                TODAY.minusDays(12),
                Optional.of(BloodGroup.parse("AB-")),
                List.of(
                        new Allergy("Tôm, cua", Severity.MILD),
                        new Allergy("Penicillin", Severity.SEVERE),
                        new Allergy("Thuốc cản quang", Severity.MODERATE)),
                List.of(
                        new Chronic("E11.9", "Đái tháo đường típ 2", Optional.of(LocalDate.of(2019, 3, 1))),
                        new Chronic("I10", "Tăng huyết áp", Optional.empty())),
                List.of(new Contact("Nguyễn Văn Mẫu", "+84 (28) 555-0100", Optional.of("con trai"))));
    }

    public static MedicationRecord medication() {
        return new MedicationRecord(
                TODAY.minusDays(200),
                List.of(
                        new Drug("Metformin 850 mg", "sáng 1 viên, tối 1 viên, sau ăn", TODAY.minusDays(12), 30),
                        new Drug("Amlodipin 5 mg", "sáng 1 viên", TODAY.minusDays(29), 30),
                        new Drug("Atorvastatin 10 mg", "tối 1 viên", TODAY.minusDays(40), 30)));
    }

    public static VisitRecord visit(int daysAgo) {
        return new VisitRecord(
                TODAY.minusDays(daysAgo),
                "79999",
                "Khám Nội tổng hợp",
                List.of("E11.9", "I10"),
                Optional.of(TODAY.plusDays(16)));
    }
}
