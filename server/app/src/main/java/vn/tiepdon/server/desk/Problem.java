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

    /** Key of the list that the line is in; null for what stands in no list. */
    public String list() {
        int end = 0;
        while (end < field.length() && Character.isLetter(field.charAt(end))) {
            end++;
        }
        return end == field.length() ? null : "desk." + field.substring(0, end);
    }

    /** For the template, which wants an array. */
    public Object[] args() {
        return arguments.toArray();
    }

    @Override
    public String toString() {
        return "Problem[" + text + "]";
    }
}
