package vn.tiepdon.card.code;

import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.tiepdon.card.code.CodeResult.Incomplete;
import vn.tiepdon.card.code.CodeResult.Malformed;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;
import vn.tiepdon.card.code.CodeResult.TooLong;
import vn.tiepdon.card.code.CodeResult.Unsupported;

/** Makes one {@link CodeResult} of anything that a scanner or keypad delivers. It never throws. */
public final class CodeParser {

    /** Characters, or bytes, of the longest text that is looked at. */
    public static final int MAX_LENGTH = 4096;

    /** Symbology identifiers (ISO/IEC 15424) that scanners put first, such as ]Q1 for a QR code. */
    private static final Pattern AIM_ID = Pattern.compile("^][A-Za-z][0-9A-Za-z]");

    /** Scanners send CR in mid-text, and some end with NUL or start with a byte order mark. */
    private static final Pattern NOISE = Pattern.compile("[\\p{Cc}\\uFEFF]");

    /** A ticket's QR may lead a telephone to a page; what a kiosk is to read stands behind the address. */
    private static final String PHONE_PAGE = "#" + OwnCode.PREFIX;

    private static final char LOST_CHARACTER = '\uFFFD';
    private static final Pattern SEX_FIELD = Pattern.compile("\\|(Nam|Nữ)\\|");

    private CodeParser() {}

    /** @param scanned UTF-8, as it came from the scanner */
    public static CodeResult parse(byte[] scanned) {
        if (scanned.length > MAX_LENGTH) {
            return new TooLong();
        }
        try {
            return parse(Fields.utf8(scanned));
        } catch (MalformedCode e) {
            return new Malformed(e.reason());
        }
    }

    public static CodeResult parse(String scanned) {
        if (scanned.length() > MAX_LENGTH) {
            return new TooLong();
        }
        String text = normalise(scanned);
        try {
            return recognise(text);
        } catch (MalformedCode e) {
            return new Malformed(text.indexOf(LOST_CHARACTER) >= 0 ? Reason.CHARACTERS : e.reason());
        }
    }

    private static String normalise(String scanned) {
        String text = NOISE.matcher(scanned).replaceAll("").strip();
        return Normalizer.normalize(AIM_ID.matcher(text).replaceFirst(""), Normalizer.Form.NFC)
                .strip();
    }

    private static CodeResult recognise(String text) throws MalformedCode {
        int own = text.indexOf(PHONE_PAGE);
        if (own >= 0) {
            return OwnCode.parse(text.substring(own + 1));
        }
        if (text.regionMatches(true, 0, OwnCode.PREFIX, 0, OwnCode.PREFIX.length())) {
            return OwnCode.parse(text);
        }
        if (text.indexOf('|') >= 0) {
            return recogniseFields(text, text.split("\\|", -1));
        }
        if (ZoneCode.looksLikeOne(text)) {
            return ZoneCode.parse(text);
        }
        return text.isEmpty() ? new Incomplete() : NumberCode.parse(text);
    }

    private static CodeResult recogniseFields(String text, String[] fields) throws MalformedCode {
        fields[0] = fields[0].strip();
        if (CitizenCode.NUMBER.matcher(fields[0]).matches()) {
            return CitizenCode.parse(fields);
        }
        if (InsuranceCode.NUMBER.matcher(fields[0]).matches()) {
            return InsuranceCode.parse(fields);
        }
        boolean looksLikeAnEnd = text.endsWith("|$") || SEX_FIELD.matcher(text).find();
        return looksLikeAnEnd ? new Incomplete() : new Unsupported();
    }
}
