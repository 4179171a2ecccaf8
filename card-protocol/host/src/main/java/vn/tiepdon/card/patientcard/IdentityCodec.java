package vn.tiepdon.card.patientcard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

/** The identity record as TLV, layout version 1; see docs/patient-card.md. */
final class IdentityCodec {

    static final int RECORD = 0xE1;

    private static final int VERSION = 0x80;
    private static final int FACILITY = 0x81;
    private static final int CARD_ID = 0x82;
    private static final int HOSPITAL_CODE = 0x83;
    private static final int NAME = 0x84;
    private static final int BIRTH_DATE = 0x85;
    private static final int SEX = 0x86;
    private static final int VALID_FROM = 0x87;
    private static final int VALID_TO = 0x88;
    private static final int CARD_KEY = 0x89;
    private static final int SIGNING_KEY = 0x8A;

    private static final int DATE_LENGTH = 8;

    private IdentityCodec() {}

    static byte[] encode(IdentityRecord identity) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        Tlv.write(inner, VERSION, new byte[] {IdentityRecord.LAYOUT_VERSION});
        Tlv.write(inner, FACILITY, ascii(identity.facilityCode()));
        Tlv.write(inner, CARD_ID, identity.cardId().bytes());
        Tlv.write(inner, HOSPITAL_CODE, ascii(identity.hospitalCode()));
        Tlv.write(inner, NAME, identity.fullName().getBytes(StandardCharsets.UTF_8));
        Tlv.write(inner, BIRTH_DATE, ascii(identity.birthDate().toCompact()));
        Tlv.write(inner, SEX, new byte[] {(byte) identity.sex().code()});
        Tlv.write(inner, VALID_FROM, ascii(PartialDate.of(identity.validFrom()).toCompact()));
        Tlv.write(inner, VALID_TO, ascii(PartialDate.of(identity.validTo()).toCompact()));
        Tlv.write(inner, CARD_KEY, identity.cardKey().point());
        Tlv.write(inner, SIGNING_KEY, identity.signingKeyId().bytes());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Tlv.write(whole, RECORD, inner.toByteArray());
        return whole.toByteArray();
    }

    /** Reads the E1 element; the version comes first, so that a newer layout is told from a broken one. */
    static IdentityRecord decode(Tlv record) throws MalformedRecordException, NewerLayoutException {
        int version = record.value(VERSION, 1, 1)[0] & 0xFF;
        if (version > IdentityRecord.LAYOUT_VERSION) {
            throw new NewerLayoutException(version);
        }
        if (version < IdentityRecord.LAYOUT_VERSION) {
            throw new MalformedRecordException(Reason.BAD_VALUE, VERSION);
        }
        byte[] facility =
                record.value(FACILITY, IdentityRecord.FACILITY_CODE_LENGTH, IdentityRecord.FACILITY_CODE_LENGTH);
        byte[] cardId = record.value(CARD_ID, CardId.LENGTH, CardId.LENGTH);
        byte[] hospitalCode = record.value(HOSPITAL_CODE, 1, IdentityRecord.MAX_HOSPITAL_CODE);
        byte[] name = record.value(NAME, 1, IdentityRecord.MAX_NAME_BYTES);
        byte[] birthDate = record.value(BIRTH_DATE, DATE_LENGTH, DATE_LENGTH);
        byte[] sex = record.value(SEX, 1, 1);
        byte[] validFrom = record.value(VALID_FROM, DATE_LENGTH, DATE_LENGTH);
        byte[] validTo = record.value(VALID_TO, DATE_LENGTH, DATE_LENGTH);
        byte[] cardKey = record.value(CARD_KEY, CardPublicKey.LENGTH, CardPublicKey.LENGTH);
        byte[] signingKey = record.value(SIGNING_KEY, SigningKeyId.LENGTH, SigningKeyId.LENGTH);
        record.requireEnd();
        try {
            return new IdentityRecord(
                    text(facility),
                    new CardId(cardId),
                    text(hospitalCode),
                    text(name),
                    PartialDate.parseCompact(text(birthDate)),
                    Sex.ofCode(sex[0] & 0xFF).orElseThrow(IllegalArgumentException::new),
                    day(validFrom),
                    day(validTo),
                    new CardPublicKey(cardKey),
                    new SigningKeyId(signingKey));
        } catch (IllegalArgumentException | DateTimeException | CharacterCodingException e) {
            // The cause is left behind: it may quote what the card says.
            throw new MalformedRecordException(Reason.BAD_VALUE, RECORD);
        }
    }

    private static LocalDate day(byte[] value) throws CharacterCodingException {
        return LocalDate.parse(text(value), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] value) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(value))
                .toString();
    }
}
