package vn.tiepdon.server.coverage.card;

import java.util.Optional;
import java.util.regex.Pattern;

/** Mã cơ sở khám chữa bệnh: two digits of the province at issue, then three digits or capitals. */
public record FacilityCode(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9]{2}[0-9A-Z]{3}");

    /** Empty for whatever has not this form. */
    public static Optional<FacilityCode> parse(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new FacilityCode(text)) : Optional.empty();
    }

    /** The code of a card without a facility of its own: the province, then 000 (thẻ tạm). */
    public boolean ofProvinceOnly() {
        return text.endsWith("000");
    }

    public String province() {
        return text.substring(0, 2);
    }
}
