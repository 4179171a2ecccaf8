package vn.tiepdon.server.patient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a number names. */
public enum IdentifierKind {
    /** Số định danh cá nhân: 12 digits. */
    NATIONAL("[0-9]{12}"),
    /** Số CMND: 9 digits. */
    OLD_NATIONAL("[0-9]{9}"),
    /** Mã số BHXH: the last 10 digits of a health insurance card's number. */
    INSURANCE("[0-9]{10}"),
    /** Mã người bệnh: the hospital's own, {@code BN000001}, or what another of its systems gave. */
    HOSPITAL("[A-Z0-9][A-Z0-9._-]{0,39}"),
    /** Số hộ chiếu: one letter and 7 digits, as QĐ 4750/QĐ-BYT takes them. */
    PASSPORT("[A-Z][0-9]{7}");

    static final int LONGEST_CODE = 40;

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INSURANCE_CARD = Pattern.compile("[A-Z]{2}[1-5][0-9]{12}");
    private static final int LONGEST = 60;

    private final Pattern shape;

    IdentifierKind(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /**
     * As the register keeps it: without spaces, in capitals, of a health insurance card's 15 characters the last 10.
     *
     * @return empty when it has not the form of its kind
     */
    public Optional<String> normal(String written) {
        if (written == null || written.length() > LONGEST) {
            return Optional.empty();
        }
        String text = NOISE.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
        String bare = this == INSURANCE && INSURANCE_CARD.matcher(text).matches() ? text.substring(5) : text;
        return shape.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }
}
