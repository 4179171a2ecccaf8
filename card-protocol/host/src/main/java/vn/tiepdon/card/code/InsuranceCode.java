package vn.tiepdon.card.code;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.code.CodeResult.Incomplete;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.code.ScannedCode.InsuranceCard;

/**
 * The paper insurance card's QR: number, name (hex of UTF-8), birth date, sex, address, first facility, valid from, valid
 * to, and more, joined by {@code |} and ended by {@code $}. {@code -} is an empty field.
 */
final class InsuranceCode {

    /** 10 digits, or object code, benefit level, province and the 10 digits. */
    static final Pattern NUMBER = Pattern.compile("[0-9]{10}|[A-Z]{2}[1-5][0-9]{12}");

    private static final Pattern FACILITY = Pattern.compile("([0-9]{2})\\s*[-–]\\s*([0-9A-Z]{3})");
    private static final String END = "$";
    private static final int FEWEST_FIELDS = 7;

    private InsuranceCode() {}

    /** @param fields the first is an insurance number */
    static CodeResult parse(String[] fields) throws MalformedCode {
        int end = fields.length - 1;
        while (end > 0 && fields[end].isBlank()) {
            end--;
        }
        if (!END.equals(fields[end].strip())) {
            return new Incomplete();
        }
        if (end < FEWEST_FIELDS) {
            throw new MalformedCode(Reason.FIELDS);
        }
        return new Recognised(new InsuranceCard(
                fields[0],
                Fields.hexName(fields[1].strip()),
                Fields.date(fields[2]),
                sex(fields[3]),
                facility(fields[5]),
                day(fields[6]),
                end > 7 ? day(fields[7]) : null));
    }

    private static Sex sex(String field) throws MalformedCode {
        return switch (field.strip()) {
            case "1" -> Sex.MALE;
            case "2" -> Sex.FEMALE;
            default -> throw new MalformedCode(Reason.SEX);
        };
    }

    private static String facility(String field) {
        Matcher matcher = FACILITY.matcher(field.strip());
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : null;
    }

    private static LocalDate day(String field) throws MalformedCode {
        String text = field.strip();
        return text.isEmpty() || text.equals("-")
                ? null
                : Fields.date(text).toLocalDate().orElseThrow(() -> new MalformedCode(Reason.DATE));
    }
}
