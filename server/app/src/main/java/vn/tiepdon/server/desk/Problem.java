package vn.tiepdon.server.desk;

import java.util.List;

/**
 * Why something typed cannot be kept.
 *
 * @param field id of the input
 * @param text key of a sentence
 * @param arguments of the sentence; the first is the line, counted from 1
 */
record Problem(String field, String text, List<Object> arguments) {

    /** For the template, which wants an array. */
    public Object[] args() {
        return arguments.toArray();
    }

    @Override
    public String toString() {
        return "Problem[" + text + "]";
    }
}
