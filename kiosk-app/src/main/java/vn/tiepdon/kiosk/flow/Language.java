package vn.tiepdon.kiosk.flow;

import java.util.Locale;

/** What the kiosk speaks; Vietnamese for everyone who has not asked otherwise. */
public enum Language {
    VI("vi"),
    EN("en");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == VI ? EN : VI;
    }
}
