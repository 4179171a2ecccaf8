package vn.tiepdon.card.patientcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.interfaces.ECPublicKey;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

/** One encoding for each record, and values that say no more of themselves than they must. */
class RecordLayoutTest {

    @ParameterizedTest
    @CsvSource({"0, 5000", "127, 507F", "128, 508180", "255, 5081FF", "256, 50820100", "65535, 5082FFFF"})
    void lengthsAreWrittenInTheirShortestFormAndReadBack(int length, String start) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Tlv.write(out, 0x50, new byte[length]);
        assertThat(HexFormat.of().withUpperCase().formatHex(out.toByteArray())).startsWith(start);
        Tlv read = new Tlv(out.toByteArray());
        assertThat(read.value(0x50, length, length)).hasSize(length);
        read.requireEnd();
    }

    @Test
    void whatIsTooLongForTwoLengthBytesIsNotWritten() {
        assertThatThrownBy(() -> Tlv.write(new ByteArrayOutputStream(), 0x50, new byte[65_536]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"127, 50817F", "256, 508200FF", "256, 50830000FF", "256, 5080"})
    void anyOtherFormOfALengthIsRefused(int content, String start) {
        byte[] bytes = HexFormat.of().parseHex(start + "00".repeat(content));
        assertThatThrownBy(() -> new Tlv(bytes).value(0x50, 0, 65_535))
                .isInstanceOfSatisfying(MalformedRecordException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.BAD_LENGTH);
                    assertThat(e.tag()).isEqualTo(0x50);
                });
    }

    @Test
    void theDirectoryTellsHowLongTheRecordIs() throws Exception {
        assertThat(directory(TestDirectory.fci(0x07, 0x123)).identityLength()).isEqualTo(0x123);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1, 1"})
    void aDirectoryWithSomethingBehindAnyPartIsRefused(int inTemplate, int inContent) {
        byte[] fci = HexFormat.of().parseHex(TestDirectory.fci(0x07, 0x123) + "00");
        fci[1] += (byte) inTemplate;
        fci[14] += (byte) inContent;
        assertThatThrownBy(() -> DirectoryCodec.decode(fci))
                .isInstanceOfSatisfying(MalformedRecordException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.TRAILING_BYTES));
    }

    @Test
    void aRecordWithAnotherFieldIsRefused() throws Exception {
        Tlv file = new Tlv(TestIdentity.signed().encoded());
        byte[] fields = file.value(0xE1, 0, 512);
        byte[] signature = file.value(0x9E, 64, 64);
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(fields);
        Tlv.write(longer, 0x5F, new byte[1]);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        Tlv.write(changed, 0xE1, longer.toByteArray());
        Tlv.write(changed, 0x9E, signature);
        assertThatThrownBy(() -> SignedIdentityRecord.parse(changed.toByteArray()))
                .isInstanceOfSatisfying(MalformedRecordException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.TRAILING_BYTES));
    }

    @Test
    void fieldsThatDoNotFitTheLayoutMakeNoRecord() {
        IdentityRecord good = TestIdentity.record();
        assertBad("facility code", "7999", good.hospitalCode(), good.validTo());
        assertBad("facility code", "7999a", good.hospitalCode(), good.validTo());
        assertBad("hospital code", good.facilityCode(), "", good.validTo());
        assertBad("hospital code", good.facilityCode(), "BN 1", good.validTo());
        assertBad("hospital code", good.facilityCode(), "1".repeat(17), good.validTo());
        assertBad(
                "validity",
                good.facilityCode(),
                good.hospitalCode(),
                good.validFrom().minusDays(1));
    }

    @Test
    void idsAndKeysAreEqualByTheirBytes() {
        IdentityRecord one = TestIdentity.record();
        IdentityRecord same = TestIdentity.record();
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one.cardId())
                .hasSameHashCodeAs(same.cardId())
                .isNotEqualTo(CardId.ofHex("00112233445566778899AABBCCDDEEFE"));
        assertThat(one.cardKey()).hasSameHashCodeAs(same.cardKey()).isNotEqualTo(CardPublicKey.of((ECPublicKey)
                TestIdentity.HOSPITAL.getPublic()));
        assertThat(one.signingKeyId())
                .hasSameHashCodeAs(same.signingKeyId())
                .isNotEqualTo(new SigningKeyId(new byte[SigningKeyId.LENGTH]));
        assertThat(one.cardId().hashCode()).isNotEqualTo(new CardId(new byte[CardId.LENGTH]).hashCode());
    }

    @Test
    void idsHaveTheirLengthAndAreWrittenAsTheyAreRead() {
        assertThatThrownBy(() -> new CardId(new byte[15])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CardSerial(new byte[9])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SigningKeyId(new byte[7])).isInstanceOf(IllegalArgumentException.class);
        String id = "00112233445566778899AABBCCDDEEFF";
        assertThat(CardId.ofHex(id).hex()).isEqualTo(id);
        CardSerial serial = CardSerial.ofHex("01020304050607AB");
        assertThat(serial.hex()).isEqualTo("01020304050607AB");
        assertThat(serial.bytes()).isEqualTo(new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) 0xAB});
        assertThat(serial)
                .isEqualTo(new CardSerial(serial.bytes()))
                .hasSameHashCodeAs(new CardSerial(serial.bytes()))
                .isNotEqualTo(CardSerial.ofHex("01020304050607AA"));
        assertThat(serial.hashCode()).isNotZero();
    }

    @Test
    void textFormsNameTheKindAndNothingOfThePatient() {
        IdentityRecord record = TestIdentity.record();
        assertThat(TestIdentity.signed()).hasToString("SignedIdentityRecord[facility 79999, redacted]");
        assertThat(record.cardId()).hasToString("CardId[redacted]");
        assertThat(record.cardKey()).hasToString("CardPublicKey[P-256]");
        assertThat(new SigningKeyId(new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) 0xFF}))
                .hasToString("01020304050607FF");
    }

    @Test
    void whatWasAskedOfARecordIsPassedOn() throws Exception {
        IdentityRecord record = TestIdentity.record();
        assertThat(record.requireFacility(TestIdentity.FACILITY)
                        .requireValidOn(record.validTo())
                        .requireFacility(TestIdentity.FACILITY))
                .isSameAs(record);
        assertThatThrownBy(() -> record.requireValidOn(record.validTo().plusDays(1)))
                .isInstanceOfSatisfying(CardExpiredException.class, e -> {
                    assertThat(e.validFrom()).isEqualTo(record.validFrom());
                    assertThat(e.validTo()).isEqualTo(record.validTo());
                });
    }

    private static void assertBad(String what, String facility, String hospitalCode, LocalDate validTo) {
        IdentityRecord good = TestIdentity.record();
        assertThatThrownBy(() -> new IdentityRecord(
                        facility,
                        good.cardId(),
                        hospitalCode,
                        good.fullName(),
                        good.birthDate(),
                        good.sex(),
                        good.validFrom(),
                        validTo,
                        good.cardKey(),
                        good.signingKeyId()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad " + what);
    }

    private static CardDirectory directory(String fci) throws Exception {
        return DirectoryCodec.decode(HexFormat.of().parseHex(fci));
    }
}
