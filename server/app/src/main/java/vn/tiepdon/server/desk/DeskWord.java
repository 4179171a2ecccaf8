package vn.tiepdon.server.desk;

import java.util.Locale;
import java.util.stream.Stream;

/** What the page of duplicates says of what was just done. */
public enum DeskWord {
    NOTHING,
    MERGED,
    PARTED,
    DIFFERENT,
    SEARCHING,
    SAME_FILE,
    GONE,
    BOTH_WAIT,
    LATER_MERGE,
    KEPT_IS_GONE,
    NUMBER_TAKEN;

    static DeskWord of(String text) {
        return Stream.of(values())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(NOTHING);
    }

    /** Whether it is good news. */
    public boolean done() {
        return compareTo(SEARCHING) <= 0;
    }

    public String key() {
        return "people.said." + name().toLowerCase(Locale.ROOT);
    }
}
