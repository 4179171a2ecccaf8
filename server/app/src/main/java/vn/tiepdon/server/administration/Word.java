package vn.tiepdon.server.administration;

import java.util.List;

/**
 * What a page says of what was just done.
 *
 * @param text key of a sentence
 * @param attention whether somebody should think about it
 */
public record Word(String text, boolean attention, List<Object> arguments) {

    static Word done(String text, Object... arguments) {
        return new Word("admin.said." + text, false, List.of(arguments));
    }

    static Word mind(String text, Object... arguments) {
        return new Word("admin.said." + text, true, List.of(arguments));
    }

    /** For the template, which wants an array. */
    public Object[] args() {
        return arguments.toArray();
    }
}
