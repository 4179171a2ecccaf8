package vn.tiepdon.server.language;

import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Numbers with a fraction as people write them: 6,5 in Vietnamese, 6.5 in English. Both are read everywhere. */
public final class Decimals {

    private Decimals() {}

    public static String written(BigDecimal number, Locale locale) {
        return written(number.toPlainString(), locale);
    }

    /** In the language of the page that is being made. */
    public static String written(BigDecimal number) {
        return written(number, LocaleContextHolder.getLocale());
    }

    /** @param plain with a point */
    public static String written(String plain, Locale locale) {
        return locale.getLanguage().equals("vi") ? plain.replace('.', ',') : plain;
    }
}
