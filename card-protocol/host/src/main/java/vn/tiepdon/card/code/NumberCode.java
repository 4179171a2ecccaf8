package vn.tiepdon.card.code;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.tiepdon.card.code.CodeResult.Malformed;
import vn.tiepdon.card.code.CodeResult.Malformed.Reason;
import vn.tiepdon.card.code.CodeResult.Recognised;
import vn.tiepdon.card.code.CodeResult.Unsupported;
import vn.tiepdon.card.code.ScannedCode.TypedNumber;
import vn.tiepdon.card.code.ScannedCode.TypedNumber.Kind;

/** Bare numbers, told apart by their shape. None of them has a check digit. */
final class NumberCode {

    private static final Pattern SEPARATORS = Pattern.compile("[ .-]");
    private static final Pattern HOSPITAL_CODE = Pattern.compile("[A-Z]{2,4}[0-9]{4,10}");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[A-Z]{0,4}[0-9]{1,20}");

    private NumberCode() {}

    static CodeResult parse(String text) {
        String number = SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        if (CitizenCode.NUMBER.matcher(number).matches()) {
            return new Recognised(new TypedNumber(number, Kind.NATIONAL_NUMBER));
        }
        if (InsuranceCode.NUMBER.matcher(number).matches()) {
            return new Recognised(new TypedNumber(number, Kind.INSURANCE_NUMBER));
        }
        if (HOSPITAL_CODE.matcher(number).matches()) {
            return new Recognised(new TypedNumber(number, Kind.HOSPITAL_CODE));
        }
        return NUMBER_LIKE.matcher(number).matches() ? new Malformed(Reason.NUMBER) : new Unsupported();
    }
}
