package vn.tiepdon.server.coverage.card;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the insurance knows somebody by: the 15 characters of a card (object code, benefit level 1–5, province, mã số
 * BHXH), the 10 digits of the mã số BHXH alone, or since 01/08/2025 the 12 digits of the national number.
 */
public record InsuranceNumber(String text) {

    private static final Pattern CARD = Pattern.compile("[A-Z]{2}[1-5][0-9]{12}");
    private static final Pattern SOCIAL = Pattern.compile("[0-9]{10}");
    private static final Pattern NATIONAL = Pattern.compile("[0-9]{12}");
    private static final int PREFIX = 5;
    private static final int CARD_LENGTH = 15;
    private static final int NATIONAL_LENGTH = 12;
    private static final int SOCIAL_LENGTH = 10;

    public InsuranceNumber {
        if (!CARD.matcher(text).matches()
                && !SOCIAL.matcher(text).matches()
                && !NATIONAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not an insurance number");
        }
    }

    /** Empty for whatever has not exactly one of the three forms; nothing is guessed or mended. */
    public static Optional<InsuranceNumber> parse(String text) {
        boolean one = text != null
                && (CARD.matcher(text).matches()
                        || SOCIAL.matcher(text).matches()
                        || NATIONAL.matcher(text).matches());
        return one ? Optional.of(new InsuranceNumber(text)) : Optional.empty();
    }

    /** Whether it is a card's number in full. */
    public boolean full() {
        return text.length() == CARD_LENGTH;
    }

    /** @return two letters that say why somebody is insured (mã đối tượng); only of a full number */
    public Optional<String> objectCode() {
        return full() ? Optional.of(text.substring(0, 2)) : Optional.empty();
    }

    /** @return {@code 1} to {@code 5} (mức hưởng); only of a full number */
    public Optional<String> benefitLevel() {
        return full() ? Optional.of(text.substring(2, 3)) : Optional.empty();
    }

    /** @return two digits of the province that issued the card; only of a full number */
    public Optional<String> province() {
        return full() ? Optional.of(text.substring(3, PREFIX)) : Optional.empty();
    }

    /** Whether both may be the same card: of a short number only the last ten digits are known. */
    public boolean mayBe(InsuranceNumber other) {
        if (text.length() == NATIONAL_LENGTH || other.text.length() == NATIONAL_LENGTH) {
            return true;
        }
        return full() && other.full() ? text.equals(other.text) : social().equals(other.social());
    }

    private String social() {
        return text.substring(text.length() - SOCIAL_LENGTH);
    }

    @Override
    public String toString() {
        return "InsuranceNumber[" + text.length() + "]";
    }
}
