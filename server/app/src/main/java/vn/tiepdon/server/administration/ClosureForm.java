package vn.tiepdon.server.administration;

import java.util.List;

/**
 * Closed days as typed.
 *
 * @param until empty for one day
 * @param whole whether the whole house is closed
 * @param clinics codes of those that are, when not all are
 */
public record ClosureForm(String from, String until, boolean whole, List<String> clinics) {

    public ClosureForm {
        clinics = clinics == null ? List.of() : List.copyOf(clinics);
    }
}
