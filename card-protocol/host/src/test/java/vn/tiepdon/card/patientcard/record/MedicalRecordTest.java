package vn.tiepdon.card.patientcard.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Allergy;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Chronic;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Contact;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.card.patientcard.record.MedicationRecord.Drug;

class MedicalRecordTest {

    private static final SigningKeyId SIGNER = new SigningKeyId(hex("0102030405060708"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String SMALL_VISIT =
            "E423" + "800101" + "900420261122" + "81053739393939" + "9A024B31" + "9403493130" + "8A080102030405060708";
    private static final String SMALL_EMERGENCY =
            "E21F" + "800101" + "900420261122" + "910142" + "A10792024130930103" + "8A080102030405060708";

    @Test
    void recordsAreWrittenAsTheLayoutSays() {
        VisitRecord visit = new VisitRecord(DAY, "79999", "K1", List.of("I10"), Optional.empty());
        assertThat(visit.encode(SIGNER)).isEqualTo(hex(SMALL_VISIT));
        EmergencyRecord emergency = new EmergencyRecord(
                DAY,
                Optional.of(BloodGroup.parse("AB-")),
                List.of(new Allergy("A0", Severity.SEVERE)),
                List.of(),
                List.of());
        assertThat(emergency.encode(SIGNER)).isEqualTo(hex(SMALL_EMERGENCY));
        MedicationRecord none = new MedicationRecord(DAY, List.of());
        assertThat(none.encode(SIGNER)).isEqualTo(hex("E313" + "800101" + "900420261122" + "8A080102030405060708"));
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        assertThat(EmergencyRecord.decode(TestRecords.emergency().encode(SIGNER)))
                .isEqualTo(TestRecords.emergency());
        assertThat(MedicationRecord.decode(TestRecords.medication().encode(SIGNER)))
                .isEqualTo(TestRecords.medication());
        assertThat(VisitRecord.decode(TestRecords.visit().encode(SIGNER))).isEqualTo(TestRecords.visit());
    }

    @Test
    void theLongestVisitFitsItsSlot() {
        assertThat(TestRecords.longestVisit().fits()).isTrue();
    }

    @Test
    void aRecordThatIsTooLongForItsFileSaysSo() {
        assertThat(TestRecords.emergency().fits()).isTrue();
        Allergy longest = new Allergy("a".repeat(60), Severity.MILD);
        EmergencyRecord tooLong =
                new EmergencyRecord(DAY, Optional.empty(), Collections.nCopies(16, longest), List.of(), List.of());
        assertThat(tooLong.fits()).isFalse();
        assertThat(TestRecords.medication().fits()).isTrue();
        Drug drug = new Drug("a".repeat(80), "b".repeat(80), DAY, 90);
        assertThat(new MedicationRecord(DAY, Collections.nCopies(20, drug)).fits())
                .isFalse();
    }

    @Test
    void aNewerLayoutIsToldFromABrokenRecord() {
        byte[] newer = TestRecords.visit().encode(SIGNER);
        newer[4] = 2;
        assertThatThrownBy(() -> VisitRecord.decode(newer))
                .isInstanceOfSatisfying(
                        NewerLayoutException.class, e -> assertThat(e.found()).isEqualTo(2));
        newer[4] = 0;
        assertThatThrownBy(() -> VisitRecord.decode(newer)).isInstanceOf(MalformedRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "13", "1A", "A1"})
    void aMonthThatIsNoneIsRefused(String month) {
        String record = "E313" + "800101" + "90042026" + month + "22" + "8A080102030405060708";
        assertThatThrownBy(() -> MedicationRecord.decode(hex(record))).isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void oneItemTooManyIsRefused() {
        String diagnosis = "9403493130";
        String visit = "E437" + "800101" + "900420261122" + "81053739393939" + "9A024B31" + diagnosis.repeat(5)
                + "8A080102030405060708";
        assertThatThrownBy(() -> VisitRecord.decode(hex(visit)))
                .isInstanceOfSatisfying(MalformedRecordException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.UNEXPECTED_TAG));
    }

    @Test
    void whatDoesNotFitTheLayoutIsRefusedWithoutBeingRepeated() {
        for (String text : new String[] {"", " ", "a".repeat(61), "x\n", "Ma\u0302\u0303u", "\uD800"}) {
            assertThatThrownBy(() -> new Allergy(text, Severity.MILD)).hasMessage("bad substance");
        }
        for (String code : new String[] {"", "E1", "e11", "E11.", "E11.9999", "E11 9", "111"}) {
            assertThatThrownBy(() -> new Chronic(code, "Bệnh", Optional.empty()))
                    .hasMessage("bad ICD-10 code");
        }
        for (String telephone : new String[] {"", "11", "0".repeat(21), "gọi 113"}) {
            assertThatThrownBy(() -> new Contact("Mẫu", telephone, Optional.empty()))
                    .hasMessage("bad telephone");
        }
        for (int days : new int[] {0, 91}) {
            assertThatThrownBy(() -> new Drug("a", "b", DAY, days)).hasMessage("bad days of supply");
        }
        assertThatThrownBy(() -> new VisitRecord(DAY, "79999", "K1", List.of(), Optional.empty()))
                .hasMessage("bad number of diagnoses");
        assertThatThrownBy(() -> new MedicationRecord(LocalDate.of(12026, 1, 1), List.of()))
                .hasMessage("bad day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "A+", "B-", "AB", "AB+", "O-"})
    void aBloodGroupIsWrittenAsItIsRead(String text) {
        assertThat(BloodGroup.parse(text).text()).isEqualTo(text);
        assertThat(BloodGroup.ofCode(BloodGroup.parse(text).code())).isEqualTo(BloodGroup.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "o", "A +", "AB++", "C"})
    void whatIsNoBloodGroupIsNone(String text) {
        assertThatThrownBy(() -> BloodGroup.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTextFormTellsAnything() {
        EmergencyRecord emergency = TestRecords.emergency();
        String texts = emergency + " " + emergency.bloodGroup() + emergency.allergies() + emergency.chronic()
                + emergency.contacts() + TestRecords.medication()
                + TestRecords.medication().drugs()
                + TestRecords.visit();
        assertThat(texts).doesNotContain("Penicillin", "AB", "E11", "Nguyễn", "555", "Metformin", "Nội", "2026");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
