package vn.tiepdon.server.coverage.account;

import java.util.List;

/**
 * Why something typed cannot be kept.
 *
 * @param field id of the input
 * @param text key of a sentence
 */
public record Complaint(String field, String text, List<Object> arguments) {

    /** For the template, which wants an array. */
    public Object[] args() {
        return arguments.toArray();
    }
}
