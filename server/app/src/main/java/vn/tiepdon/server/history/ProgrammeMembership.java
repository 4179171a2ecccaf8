package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;

/**
 * A patient's place in a chronic programme.
 *
 * @param due when the patient is expected
 * @param drugDays for how many days drugs were given last
 */
public record ProgrammeMembership(
        Programme programme,
        ClinicId clinic,
        Optional<LocalDate> since,
        Optional<LocalDate> due,
        Optional<Integer> drugDays) {

    @Override
    public String toString() {
        return "ProgrammeMembership[" + programme + "]";
    }
}
