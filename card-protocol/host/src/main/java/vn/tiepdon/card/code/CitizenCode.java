package vn.tiepdon.card.code;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.code.CodeResult.Incomplete;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.code.ScannedCode.CitizenCard;

/**
 * The citizen card's QR: {@code number|old number|name|ddMMyyyy|Nam or Nữ|residence|issued ddMMyyyy}. Cards since
 * 07/2024 append more fields, whose order is not published: they are skipped.
 */
final class CitizenCode {

    static final Pattern NUMBER = Pattern.compile("[0-9]{12}");

    private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{9}|[0-9]{12}");
    private static final int FIELDS = 7;
    private static final int DATE_LENGTH = 8;

    private CitizenCode() {}

    /** @param fields the first is a national number */
    static CodeResult parse(String[] fields) throws MalformedCode {
        if (fields.length < FIELDS) {
            requireSlotOfOldNumber(fields);
            return new Incomplete();
        }
        String issued = fields[6].strip();
        if (fields.length == FIELDS && issued.length() < DATE_LENGTH) {
            return new Incomplete();
        }
        return new Recognised(new CitizenCard(
                fields[0],
                oldNumber(fields[1]),
                Fields.name(fields[2]),
                Fields.date(fields[3]),
                sex(fields[4]),
                Fields.date(issued)));
    }

    /** A text that goes on with the name has its fields in another order: scanning again will not help. */
    private static void requireSlotOfOldNumber(String[] fields) throws MalformedCode {
        if (fields.length > 2) {
            oldNumber(fields[1]);
        }
    }

    private static String oldNumber(String field) throws MalformedCode {
        String number = field.strip();
        if (number.isEmpty()) {
            return null;
        }
        if (!OLD_NUMBER.matcher(number).matches()) {
            throw new MalformedCode(Reason.FIELDS);
        }
        return number;
    }

    private static Sex sex(String field) throws MalformedCode {
        return switch (field.strip().toLowerCase(Locale.ROOT)) {
            case "nam" -> Sex.MALE;
            case "nữ" -> Sex.FEMALE;
            default -> throw new MalformedCode(Reason.SEX);
        };
    }
}
