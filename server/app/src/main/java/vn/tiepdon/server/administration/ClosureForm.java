package vn.tiepdon.server.administration;

import java.util.List;

/**
 * Closed days as typed.
 *
 * @param until empty for one day
 * @param clinics codes, or {@link #ALL}
 */
public record ClosureForm(String from, String until, List<String> clinics) {

    /** No clinic's code: those have no asterisk. */
    static final String ALL = "*";

    public ClosureForm {
        clinics = clinics == null ? List.of() : List.copyOf(clinics);
    }

    public boolean all() {
        return clinics.contains(ALL);
    }
}
