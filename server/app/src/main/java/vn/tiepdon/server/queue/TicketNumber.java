package vn.tiepdon.server.queue;

import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;

/**
 * A number as it was given and printed; it stays with the patient wherever the way leads.
 *
 * @param clinic that gave it
 * @param mark the clinic's letters at the time
 */
public record TicketNumber(ClinicId clinic, int value, Optional<String> mark) {

    /** As it is shown and spoken: the letters, then three digits at least. */
    public String label() {
        return mark.orElse("") + "%03d".formatted(value);
    }
}
