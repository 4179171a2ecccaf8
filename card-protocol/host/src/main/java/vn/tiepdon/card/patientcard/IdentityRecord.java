package vn.tiepdon.card.patientcard;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;

/**
 * Who a patient card belongs to. {@link #toString} names no one.
 *
 * @param facilityCode the issuing hospital (mã cơ sở khám chữa bệnh), 5 upper-case letters or digits
 * @param hospitalCode the patient's code in that hospital, 1 to 16 letters, digits, dots or hyphens
 * @param fullName in Unicode NFC, 1 to 80 bytes of UTF-8, no control characters
 * @param validFrom the first valid day
 * @param validTo the last valid day
 * @param cardKey the key that only this card holds
 * @param signingKeyId the hospital key that signs this record
 */
public record IdentityRecord(
        String facilityCode,
        CardId cardId,
        String hospitalCode,
        String fullName,
        PartialDate birthDate,
        Sex sex,
        LocalDate validFrom,
        LocalDate validTo,
        CardPublicKey cardKey,
        SigningKeyId signingKeyId) {

    public static final int LAYOUT_VERSION = 1;

    static final int MAX_NAME_BYTES = 80;
    static final int MAX_HOSPITAL_CODE = 16;
    static final int FACILITY_CODE_LENGTH = 5;

    private static final Pattern FACILITY_CODE = Pattern.compile("[A-Z0-9]{5}");
    private static final Pattern HOSPITAL_CODE = Pattern.compile("[A-Za-z0-9.-]{1,16}");

    /** @throws IllegalArgumentException when a field does not fit the layout, without the field in its message */
    public IdentityRecord {
        require(FACILITY_CODE.matcher(facilityCode).matches(), "facility code");
        require(HOSPITAL_CODE.matcher(hospitalCode).matches(), "hospital code");
        require(isName(fullName), "full name");
        require(!validTo.isBefore(validFrom), "validity");
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && Normalizer.isNormalized(name, Normalizer.Form.NFC)
                && name.codePoints().noneMatch(Character::isISOControl)
                && name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("bad " + what);
        }
    }

    /** @return the record's own TLV (tag E1): the bytes that the hospital signs */
    public byte[] encode() {
        return IdentityCodec.encode(this);
    }

    public IdentityRecord requireFacility(String expected) throws ForeignCardException {
        if (!facilityCode.equals(expected)) {
            throw new ForeignCardException(expected, facilityCode);
        }
        return this;
    }

    public IdentityRecord requireValidOn(LocalDate day) throws CardExpiredException {
        if (day.isBefore(validFrom) || day.isAfter(validTo)) {
            throw new CardExpiredException(validFrom, validTo);
        }
        return this;
    }

    @Override
    public String toString() {
        return "IdentityRecord[facility " + facilityCode + ", redacted]";
    }
}
