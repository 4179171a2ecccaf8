package vn.tiepdon.card.code;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.card.code.CodeResult.Incomplete;
import vn.tiepdon.card.code.CodeResult.Malformed;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.patientcard.CardId;

/**
 * The hospital's own codes: {@code TD1:KIND:FACILITY:ID:CRC}, all in the alphanumeric mode of QR codes (digits, capitals,
 * colon).
 *
 * <p>CRC is CRC-16/CCITT-FALSE (polynomial 1021, initial FFFF) over everything before its colon, as 4 hex digits.
 */
final class OwnCode {

    static final String PREFIX = "TD1:";

    private static final Pattern SHAPE = Pattern.compile("(TD1:([CAT]):([A-Z0-9]{5}):([0-9A-F]{32})):([0-9A-F]{4})");

    private OwnCode() {}

    static String text(char kind, String facilityCode, String id) {
        String body = PREFIX + kind + ":" + facilityCode + ":" + id;
        return body + ":" + crc(body);
    }

    static String hex(UUID id) {
        HexFormat hex = HexFormat.of().withUpperCase();
        return hex.toHexDigits(id.getMostSignificantBits()) + hex.toHexDigits(id.getLeastSignificantBits());
    }

    /** @param text starts with {@link #PREFIX} */
    static CodeResult parse(String text) {
        Matcher matcher = SHAPE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return matcher.hitEnd() ? new Incomplete() : new Malformed(Reason.FIELDS);
        }
        if (!crc(matcher.group(1)).equals(matcher.group(5))) {
            return new Malformed(Reason.CHECKSUM);
        }
        String facility = matcher.group(3);
        String id = matcher.group(4);
        return new Recognised(
                switch (matcher.group(2)) {
                    case "C" -> new ScannedCode.PatientCardCode(facility, CardId.ofHex(id));
                    case "A" -> new ScannedCode.AppointmentCode(facility, uuid(id));
                    default -> new ScannedCode.TicketCode(facility, uuid(id));
                });
    }

    private static UUID uuid(String hex) {
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    static String crc(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return "%04X".formatted(crc);
    }
}
