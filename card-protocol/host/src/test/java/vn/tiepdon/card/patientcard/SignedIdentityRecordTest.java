package vn.tiepdon.card.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

class SignedIdentityRecordTest {

    private static final byte[] FILE = TestIdentity.signed().encoded();
    private static final int VERSION_AT = 5;

    @Test
    void whatTheHospitalSignsIsReadBackAndVerified() throws Exception {
        IdentityRecord read = SignedIdentityRecord.parse(FILE).verify(hospitalKey());
        assertThat(read).isEqualTo(TestIdentity.record());
        assertThat(SignedIdentityRecord.parse(FILE).encoded()).isEqualTo(FILE);
    }

    @Test
    void theLongestRecordFitsTheIdentityFile() throws Exception {
        String longest = "ễ".repeat(26) + "ab";
        IdentityRecord record = TestIdentity.record(TestIdentity.FACILITY, longest);
        byte[] file = SignedIdentityRecord.sign(record, TestIdentity.HOSPITAL.getPrivate())
                .encoded();
        assertThat(SignedIdentityRecord.parse(file).claimed()).isEqualTo(record);
        assertThat(file.length).isLessThan(SignedIdentityRecord.MAX_LENGTH);
    }

    @Test
    void noChangedBitPassesTheSignature() {
        for (int at = 0; at < FILE.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = FILE.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(catchThrowable(
                                () -> SignedIdentityRecord.parse(changed).verify(hospitalKey())))
                        .as("byte %d, bit %d", at, bit)
                        .isInstanceOf(PatientCardException.class);
            }
        }
    }

    @Test
    void noShortenedFileIsARecord() {
        for (int length = 0; length < FILE.length; length++) {
            byte[] shortened = Arrays.copyOf(FILE, length);
            assertThatThrownBy(() -> SignedIdentityRecord.parse(shortened))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void aFileWithSomethingBehindItIsRefused() {
        assertThatThrownBy(() -> SignedIdentityRecord.parse(Arrays.copyOf(FILE, FILE.length + 1)))
                .isInstanceOfSatisfying(MalformedRecordException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.TRAILING_BYTES));
    }

    @Test
    void aNewerLayoutIsToldFromABrokenOne() {
        byte[] newer = FILE.clone();
        newer[VERSION_AT] = 2;
        assertThatThrownBy(() -> SignedIdentityRecord.parse(newer))
                .isInstanceOfSatisfying(
                        NewerLayoutException.class, e -> assertThat(e.found()).isEqualTo(2));
        byte[] zero = FILE.clone();
        zero[VERSION_AT] = 0;
        assertThatThrownBy(() -> SignedIdentityRecord.parse(zero)).isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void lengthsMustBeInTheirShortestForm() {
        byte[] record = HexFormat.of().parseHex("E1820003800101");
        assertThatThrownBy(() -> SignedIdentityRecord.parse(record))
                .isInstanceOfSatisfying(MalformedRecordException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.BAD_LENGTH));
    }

    @Test
    void anUnknownKeyIsNotAWrongSignature() throws Exception {
        SignedIdentityRecord record = SignedIdentityRecord.parse(FILE);
        assertThatThrownBy(() -> record.verify(id -> Optional.empty()))
                .isInstanceOfSatisfying(UnknownSigningKeyException.class, e -> assertThat(e.keyId())
                        .isEqualTo(TestIdentity.record().signingKeyId()));
        ECPublicKey other = (ECPublicKey) TestIdentity.newKeys().getPublic();
        assertThatThrownBy(() -> record.verify(id -> Optional.of(other))).isInstanceOf(SignatureInvalidException.class);
    }

    @Test
    void aCardOfAnotherHospitalIsNamed() {
        IdentityRecord record = TestIdentity.record("01028", TestIdentity.NAME);
        assertThatThrownBy(() -> record.requireFacility("79999"))
                .isInstanceOfSatisfying(ForeignCardException.class, e -> {
                    assertThat(e.found()).isEqualTo("01028");
                    assertThat(e.expected()).isEqualTo("79999");
                });
    }

    @Test
    void aCardIsValidFromItsFirstToItsLastDay() throws Exception {
        IdentityRecord record = TestIdentity.record();
        record.requireValidOn(record.validFrom());
        record.requireValidOn(record.validTo());
        for (LocalDate day : new LocalDate[] {
            record.validFrom().minusDays(1), record.validTo().plusDays(1)
        }) {
            assertThatThrownBy(() -> record.requireValidOn(day)).isInstanceOf(CardExpiredException.class);
        }
    }

    @Property(tries = 3000)
    void anyBytesAreARecordOrADeclaredRefusal(@ForAll @Size(max = 600) byte[] bytes) {
        assertDeclared(bytes);
    }

    @Property(tries = 3000)
    void anyDamageIsADeclaredRefusalThatRepeatsNothing(
            @ForAll @IntRange(max = 320) int at,
            @ForAll @Size(max = 4) byte[] insert,
            @ForAll @IntRange(max = 4) int cut) {
        int from = Math.min(at, FILE.length);
        int rest = Math.min(FILE.length, from + cut);
        byte[] damaged = new byte[from + insert.length + FILE.length - rest];
        System.arraycopy(FILE, 0, damaged, 0, from);
        System.arraycopy(insert, 0, damaged, from, insert.length);
        System.arraycopy(FILE, rest, damaged, from + insert.length, FILE.length - rest);
        assertDeclared(damaged);
    }

    @Test
    void noTextFormNamesThePatient() {
        SignedIdentityRecord record = TestIdentity.signed();
        assertThat(record + " " + record.claimed() + " " + record.claimed().cardId())
                .doesNotContain("Nguyễn", "BN000123", "1950", "0011");
    }

    @Test
    void aNameThatDoesNotFitIsRefusedWithoutBeingRepeated() {
        for (String name : new String[] {"", " ", "a".repeat(81), "Mẫu\n", "Ma\u0302\u0303u"}) {
            assertThatThrownBy(() -> TestIdentity.record(TestIdentity.FACILITY, name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bad full name");
        }
    }

    private static void assertDeclared(byte[] bytes) {
        Throwable thrown =
                catchThrowable(() -> SignedIdentityRecord.parse(bytes).verify(hospitalKey()));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(PatientCardException.class).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain("Nguyễn", "BN000123");
        } else {
            assertThat(bytes).isEqualTo(FILE);
        }
    }

    private static Function<SigningKeyId, Optional<ECPublicKey>> hospitalKey() {
        ECPublicKey key = (ECPublicKey) TestIdentity.HOSPITAL.getPublic();
        return id -> SigningKeyId.of(key).equals(id) ? Optional.of(key) : Optional.empty();
    }
}
