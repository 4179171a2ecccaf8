package vn.tiepdon.server.exchange.content;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.history.Programme;

/**
 * A place in a chronic programme as another system tells of it.
 *
 * @param department where it meets: a clinic here, or one that only the other system knows
 * @param due when the patient is expected
 * @param drugDays for how many days drugs were given last, 1 to 90
 */
public record ProgrammePart(
        Programme programme,
        Optional<String> department,
        Optional<LocalDate> since,
        Optional<LocalDate> due,
        Optional<Integer> drugDays) {

    @Override
    public String toString() {
        return "ProgrammePart[…]";
    }
}
