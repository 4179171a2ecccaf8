package vn.tiepdon.server.room;

import java.util.List;
import java.util.Locale;
import vn.tiepdon.api.Text;

/**
 * Why something that was typed cannot be written.
 *
 * @param field id of the input
 * @param text key of a sentence
 * @param arguments of the sentence; a {@link Text} among them is shown in the reader's language
 */
record Problem(String field, String text, List<Object> arguments) {

    static Problem of(String field, String text, Object... arguments) {
        return new Problem(field, text, List.of(arguments));
    }

    /** For the template, which wants an array of what it can show. */
    public Object[] args(Locale locale) {
        return arguments.stream()
                .map(it -> it instanceof Text text ? text.in(locale) : it)
                .toArray();
    }

    @Override
    public String toString() {
        return "Problem[" + text + "]";
    }
}
