package vn.tiepdon.card.patientcard.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Allergy;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Chronic;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Contact;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.card.patientcard.record.MedicationRecord.Drug;

/** Each field of each record has an end: what stands at it is taken, what goes beyond it is named and not repeated. */
class RecordLimitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2299, 12, 31);
    private static final Allergy ALLERGY = new Allergy("Tôm", Severity.MILD);
    private static final Chronic CHRONIC = new Chronic("I10", "Tăng huyết áp", Optional.empty());
    private static final Contact CONTACT = new Contact("Mẫu", "113", Optional.empty());
    private static final Drug DRUG = new Drug("A", "b", DAY, 1);

    @Test
    void fieldsReachTheirEnds() {
        for (LocalDate day : List.of(FIRST, LAST)) {
            assertThatCode(() -> new Chronic("E11.999", text(60), Optional.of(day)))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new Drug(text(80), text(80), day, 90)).doesNotThrowAnyException();
            assertThatCode(() -> visit(day, "01A28", text(50), 4, day)).doesNotThrowAnyException();
            assertThatCode(() -> emergency(day, 16, 16, 3)).doesNotThrowAnyException();
            assertThatCode(() -> new MedicationRecord(day, Collections.nCopies(20, DRUG)))
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> new Allergy(text(60), Severity.SEVERE)).doesNotThrowAnyException();
        assertThatCode(() -> new Contact(text(60), "0".repeat(20), Optional.of(text(30))))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingOfAnEmergencyRecordGoesBeyond() {
        assertBad("day", () -> emergency(FIRST.minusDays(1), 0, 0, 0));
        assertBad("day", () -> emergency(LAST.plusDays(1), 0, 0, 0));
        assertBad("number of allergies", () -> emergency(DAY, 17, 0, 0));
        assertBad("number of diagnoses", () -> emergency(DAY, 0, 17, 0));
        assertBad("number of contacts", () -> emergency(DAY, 0, 0, 4));
        assertBad("diagnosis", () -> new Chronic("I10", text(61), Optional.empty()));
        assertBad("day", () -> new Chronic("I10", "Bệnh", Optional.of(FIRST.minusDays(1))));
        assertBad("contact's name", () -> new Contact(text(61), "113", Optional.empty()));
        assertBad("relation", () -> new Contact("Mẫu", "113", Optional.of(text(31))));
    }

    @Test
    void nothingOfAMedicationRecordGoesBeyond() {
        assertBad("day", () -> new MedicationRecord(LAST.plusDays(1), List.of()));
        assertBad("number of drugs", () -> new MedicationRecord(DAY, Collections.nCopies(21, DRUG)));
        assertBad("drug", () -> new Drug(text(81), "b", DAY, 1));
        assertBad("dosage", () -> new Drug("a", text(81), DAY, 1));
        assertBad("day", () -> new Drug("a", "b", LAST.plusDays(1), 1));
    }

    @Test
    void nothingOfAVisitGoesBeyond() {
        assertBad("day", () -> visit(FIRST.minusDays(1), "79999", "K1", 1, DAY));
        assertBad("day", () -> visit(DAY, "79999", "K1", 1, LAST.plusDays(1)));
        assertBad("clinic", () -> visit(DAY, "79999", text(51), 1, DAY));
        assertBad("number of diagnoses", () -> visit(DAY, "79999", "K1", 5, DAY));
        for (String code : List.of("", "7999", "799999", "79a99", "79 99")) {
            assertBad("facility code", () -> visit(DAY, code, "K1", 1, DAY));
        }
        assertBad("ICD-10 code", () -> new VisitRecord(DAY, "79999", "K1", List.of("I10", "I1"), Optional.empty()));
    }

    @Test
    void behindARecordNothingStands() {
        assertNoneBehind(TestRecords.emergency());
        assertNoneBehind(TestRecords.medication());
        assertNoneBehind(TestRecords.visit());
    }

    /** Content, signer and a stray element inside the record; then one inside an item of it. */
    @Test
    void insideARecordNothingStandsBehindItsSigner() {
        assertMalformed("E315" + "800101" + "900420261122" + "8A080102030405060708" + "9900");
        assertMalformed("E221" + "800101" + "900420261122" + "910142" + "A10992024130" + "930103" + "9900"
                + "8A080102030405060708");
    }

    private static void assertMalformed(String hex) {
        byte[] record = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> {
                    if (record[0] == (byte) 0xE3) {
                        MedicationRecord.decode(record);
                    } else {
                        EmergencyRecord.decode(record);
                    }
                })
                .isInstanceOf(MalformedRecordException.class);
    }

    private static void assertNoneBehind(MedicalRecord record) {
        byte[] element = record.encode(Elements.NO_SIGNER);
        byte[] longer = Arrays.copyOf(element, element.length + 2);
        assertThatThrownBy(() -> {
                    switch (record.file()) {
                        case EMERGENCY -> EmergencyRecord.decode(longer);
                        case MEDICATION -> MedicationRecord.decode(longer);
                        default -> VisitRecord.decode(longer);
                    }
                })
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void textFormsNameTheKindAndNothingElse() {
        assertThat(List.of(TestRecords.emergency(), TestRecords.medication(), TestRecords.visit()))
                .hasToString("[EmergencyRecord[…], MedicationRecord[…], VisitRecord[…]]");
        assertThat(List.of(ALLERGY, CHRONIC, CONTACT, DRUG))
                .hasToString("[Allergy[…], Chronic[…], Contact[…], Drug[…]]");
        assertThat(BloodGroup.parse("AB-")).hasToString("BloodGroup[…]");
    }

    private static void assertBad(String what, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage("bad " + what);
    }

    private static EmergencyRecord emergency(LocalDate day, int allergies, int chronic, int contacts) {
        return new EmergencyRecord(
                day,
                Optional.empty(),
                Collections.nCopies(allergies, ALLERGY),
                Collections.nCopies(chronic, CHRONIC),
                Collections.nCopies(contacts, CONTACT));
    }

    private static VisitRecord visit(LocalDate day, String facility, String clinic, int diagnoses, LocalDate next) {
        return new VisitRecord(day, facility, clinic, Collections.nCopies(diagnoses, "I10"), Optional.of(next));
    }

    private static String text(int length) {
        return "a".repeat(length);
    }
}
