package vn.tiepdon.server.coverage;

import java.util.Optional;

/**
 * Something that is paid for.
 *
 * @param code as the hospital bills it, such as the examination's (công khám)
 */
public record ChargeableItem(Kind kind, String code, String name) {

    private static final int LONGEST_SERVICE = 50;
    private static final int LONGEST_CODE = 255;
    private static final int LONGEST_NAME = 1024;

    /** Which pair of fields it fills. */
    public enum Kind {
        SERVICE,
        DRUG,
        MATERIAL
    }

    /** Empty when one of them is missing, no such thing or longer than a record has room for (QĐ 4750/QĐ-BYT). */
    public static Optional<ChargeableItem> parse(String kind, String code, String name) {
        if (kind == null || code == null || name == null) {
            return Optional.empty();
        }
        try {
            Kind known = Kind.valueOf(kind);
            String bare = code.strip();
            String called = name.strip();
            boolean fits = !bare.isEmpty()
                    && bare.length() <= (known == Kind.SERVICE ? LONGEST_SERVICE : LONGEST_CODE)
                    && !called.isEmpty()
                    && called.length() <= LONGEST_NAME;
            return fits ? Optional.of(new ChargeableItem(known, bare, called)) : Optional.empty();
        } catch (IllegalArgumentException unknownKind) {
            return Optional.empty();
        }
    }
}
