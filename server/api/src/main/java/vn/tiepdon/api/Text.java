package vn.tiepdon.api;

import java.util.Locale;

/** A text shown to people, in both languages of the house. */
public record Text(String vi, String en) {

    public String in(Locale locale) {
        return "vi".equals(locale.getLanguage()) ? vi : en;
    }
}
