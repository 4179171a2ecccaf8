package vn.tiepdon.server.queue;

import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.RoomId;

/**
 * A place that a patient is still to go to.
 *
 * @param room that has sent the patient away and is come back to; empty for any room of the place
 */
public record Leg(ClinicId clinic, Optional<RoomId> room) {

    public static Leg to(ClinicId clinic) {
        return new Leg(clinic, Optional.empty());
    }

    public static Leg back(ClinicId clinic, RoomId room) {
        return new Leg(clinic, Optional.of(room));
    }
}
