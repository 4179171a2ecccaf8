package vn.tiepdon.server.patient.likeness;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.IdentifierKind;

/**
 * What is known of somebody, as far as it is compared.
 *
 * @param numbers all that were ever theirs
 */
public record Features(
        String fullName,
        BirthDate birthDate,
        Sex sex,
        Map<IdentifierKind, Set<String>> numbers,
        Optional<String> telephone) {

    Set<String> numbers(IdentifierKind kind) {
        return numbers.getOrDefault(kind, Set.of());
    }

    @Override
    public String toString() {
        return "Features[…]";
    }
}
