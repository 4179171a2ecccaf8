package vn.tiepdon.server.patient;

import java.util.Locale;

/** A name as the register keeps it for the desk's search: {@code nguyen thi minh}. */
public final class SearchName {

    private SearchName() {}

    /** Letters, digits and single spaces only, so that it is also safe as a LIKE pattern. */
    public static String of(String name) {
        return ComparableName.of(name).letters().replaceAll("[^A-Z0-9 ]", "").toLowerCase(Locale.ROOT);
    }
}
