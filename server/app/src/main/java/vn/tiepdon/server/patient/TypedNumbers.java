package vn.tiepdon.server.patient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells numbers apart by shape, as kiosk and desk accept them in one box. */
public final class TypedNumbers {

    private static final Pattern NATIONAL = Pattern.compile("[0-9]{12}");
    private static final Pattern OLD_NATIONAL = Pattern.compile("[0-9]{9}");
    private static final Pattern INSURANCE = Pattern.compile("[0-9]{10}");
    private static final Pattern INSURANCE_CARD = Pattern.compile("[A-Z]{2}[1-5][0-9]{12}");
    private static final Pattern HOSPITAL = Pattern.compile("[A-Z]{2}[0-9]{6,10}");
    private static final int LONGEST = 40;

    private TypedNumbers() {}

    /** Empty for what has the shape of no number. */
    public static Optional<Number> parse(String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = typed.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
        if (NATIONAL.matcher(text).matches()) {
            return Optional.of(new Number(IdentifierKind.NATIONAL, text));
        }
        if (OLD_NATIONAL.matcher(text).matches()) {
            return Optional.of(new Number(IdentifierKind.OLD_NATIONAL, text));
        }
        if (INSURANCE.matcher(text).matches()) {
            return Optional.of(new Number(IdentifierKind.INSURANCE, text));
        }
        if (INSURANCE_CARD.matcher(text).matches()) {
            return Optional.of(new Number(IdentifierKind.INSURANCE, text.substring(5)));
        }
        if (HOSPITAL.matcher(text).matches()) {
            return Optional.of(new Number(IdentifierKind.HOSPITAL, text));
        }
        return Optional.empty();
    }

    public record Number(IdentifierKind kind, String value) {
        @Override
        public String toString() {
            return "Number[" + kind + "]";
        }
    }
}
