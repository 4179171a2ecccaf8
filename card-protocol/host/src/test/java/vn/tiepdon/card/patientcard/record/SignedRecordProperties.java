package vn.tiepdon.card.patientcard.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.tiepdon.card.patientcard.record.SignedRecordTest.CARD;
import static vn.tiepdon.card.patientcard.record.SignedRecordTest.SIGNED;
import static vn.tiepdon.card.patientcard.record.SignedRecordTest.SIGNER;
import static vn.tiepdon.card.patientcard.record.SignedRecordTest.refusal;
import static vn.tiepdon.card.patientcard.record.SignedRecordTest.signed;

import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Allergy;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Chronic;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Contact;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.card.patientcard.record.MedicationRecord.Drug;

class SignedRecordProperties {

    @Property(tries = 200)
    void anyRecordIsReadBack(@ForAll("records") MedicalRecord record) throws Exception {
        byte[] element = record.encode(SIGNER);
        assertThat(decode(record, element)).isEqualTo(record);
        if (record.fits()) {
            assertThat(SignedRecord.verify(CARD, signed(record), SignedRecordTest::key))
                    .isEqualTo(record);
        } else {
            assertThatThrownBy(() -> SignedRecord.verify(CARD, signed(record), SignedRecordTest::key))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    @Property(tries = 1000)
    void anyDamageIsADeclaredRefusalThatRepeatsNothing(
            @ForAll @IntRange(max = 2) int which,
            @ForAll @IntRange(max = 400) int at,
            @ForAll @Size(max = 4) byte[] insert,
            @ForAll @IntRange(max = 4) int cut) {
        byte[] signed = SIGNED.get(which);
        int from = Math.min(at, signed.length);
        int rest = Math.min(signed.length, from + cut);
        byte[] damaged = new byte[from + insert.length + signed.length - rest];
        System.arraycopy(signed, 0, damaged, 0, from);
        System.arraycopy(insert, 0, damaged, from, insert.length);
        System.arraycopy(signed, rest, damaged, from + insert.length, signed.length - rest);
        assertDeclared(damaged, signed);
    }

    @Property(tries = 1000)
    void anyBytesAreARecordOrADeclaredRefusal(@ForAll @Size(max = 300) byte[] bytes) {
        assertDeclared(bytes, new byte[0]);
    }

    @Property(tries = 1000)
    void aDamagedRecordWithoutASignatureIsRefusedOrIsAnotherRecordWhole(
            @ForAll("records") MedicalRecord record, @ForAll @IntRange(max = 2000) int at, @ForAll byte with) {
        byte[] element = record.encode(SIGNER);
        element[at % element.length] = with;
        MedicalRecord[] read = new MedicalRecord[1];
        Throwable thrown = catchThrowable(() -> read[0] = decode(record, element));
        if (thrown == null) {
            // The signer's own bytes are no part of the record.
            byte[] again = read[0].encode(new SigningKeyId(
                    Arrays.copyOfRange(element, element.length - SigningKeyId.LENGTH, element.length)));
            assertThat(again).isEqualTo(element);
        } else {
            assertThat(thrown).isInstanceOf(PatientCardException.class).hasNoCause();
        }
    }

    @Provide
    Arbitrary<MedicalRecord> records() {
        return Arbitraries.oneOf(emergencies(), medications(), visits());
    }

    private static Arbitrary<EmergencyRecord> emergencies() {
        Arbitrary<BloodGroup> groups = Combinators.combine(
                        Arbitraries.of(BloodGroup.Abo.class), Arbitraries.of(BloodGroup.RhD.class))
                .as(BloodGroup::new);
        Arbitrary<Allergy> allergies =
                Combinators.combine(texts(20), Arbitraries.of(Severity.class)).as(Allergy::new);
        Arbitrary<Chronic> chronic =
                Combinators.combine(codes(), texts(20), days().optional()).as(Chronic::new);
        Arbitrary<Contact> contacts = Combinators.combine(
                        texts(20), telephones(), texts(10).optional())
                .as(Contact::new);
        return Combinators.combine(
                        days(),
                        groups.optional(),
                        allergies.list().ofMaxSize(16),
                        chronic.list().ofMaxSize(16),
                        contacts.list().ofMaxSize(3))
                .as(EmergencyRecord::new);
    }

    private static Arbitrary<MedicationRecord> medications() {
        Arbitrary<Drug> drugs = Combinators.combine(
                        texts(26), texts(26), days(), Arbitraries.integers().between(1, 90))
                .as(Drug::new);
        return Combinators.combine(days(), drugs.list().ofMaxSize(20)).as(MedicationRecord::new);
    }

    private static Arbitrary<VisitRecord> visits() {
        return Combinators.combine(
                        days(),
                        Arbitraries.of("79999", "01A28"),
                        texts(16),
                        codes().list().ofMinSize(1).ofMaxSize(4),
                        days().optional())
                .as(VisitRecord::new);
    }

    /** Three bytes of UTF-8 for each character at most. */
    private static Arbitrary<String> texts(int maxCharacters) {
        return Arbitraries.strings()
                .withChars("abc XYZ09,.-đĐễộƯỹ中")
                .ofMinLength(1)
                .ofMaxLength(maxCharacters)
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<String> codes() {
        return Arbitraries.of("I10", "E11.9", "M10.07", "Z00.001");
    }

    private static Arbitrary<String> telephones() {
        return Arbitraries.strings()
                .withChars("0123456789+ ().-")
                .ofMinLength(3)
                .ofMaxLength(20);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1800, 1, 1).toEpochDay(),
                        LocalDate.of(2299, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static MedicalRecord decode(MedicalRecord as, byte[] element) throws PatientCardException {
        if (as instanceof EmergencyRecord) {
            return EmergencyRecord.decode(element);
        }
        return as instanceof MedicationRecord ? MedicationRecord.decode(element) : VisitRecord.decode(element);
    }

    private static void assertDeclared(byte[] bytes, byte[] good) {
        Throwable thrown = refusal(bytes);
        if (thrown == null) {
            assertThat(bytes).isEqualTo(good);
        } else {
            assertThat(thrown).isInstanceOf(PatientCardException.class).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain("Penicillin", "Nguyễn", "E11", "Metformin");
        }
    }
}
