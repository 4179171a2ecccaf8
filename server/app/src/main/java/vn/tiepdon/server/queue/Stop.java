package vn.tiepdon.server.queue;

import java.time.Instant;
import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.RoomId;

/**
 * A ticket at one place of its way.
 *
 * @param number counts from 1 for each ticket
 * @param queuedAt since when it counts as waiting here
 * @param wished the room that it waits for; others may take it only when that one is paused
 * @param room that has called it last
 * @param calls how often it was called here
 * @param firstCalledAt null before the first call, as are the times that follow it
 */
public record Stop(
        int number,
        ClinicId clinic,
        Cause cause,
        Instant queuedAt,
        Optional<RoomId> wished,
        Optional<RoomId> room,
        int calls,
        Instant firstCalledAt,
        Instant calledAt,
        Instant enteredAt,
        Instant endedAt) {

    static Stop first(ClinicId clinic, Instant at) {
        return begin(1, clinic, Cause.ISSUED, at, Optional.empty());
    }

    /** The next one, on the way. */
    Stop next(Leg leg, Instant at) {
        return begin(number + 1, leg.clinic(), leg.room().isPresent() ? Cause.BACK : Cause.SENT, at, leg.room());
    }

    /** Another clinic instead of this one: who has waited here has waited there. */
    Stop transferred(ClinicId to) {
        return begin(number + 1, to, Cause.TRANSFERRED, queuedAt, Optional.empty());
    }

    private static Stop begin(int number, ClinicId clinic, Cause cause, Instant at, Optional<RoomId> wished) {
        return new Stop(number, clinic, cause, at, wished, Optional.empty(), 0, null, null, null, null);
    }

    Stop called(RoomId by, Instant at) {
        Instant first = firstCalledAt == null ? at : firstCalledAt;
        return new Stop(
                number, clinic, cause, queuedAt, wished, Optional.of(by), calls + 1, first, at, enteredAt, null);
    }

    Stop entered(Instant at) {
        return new Stop(number, clinic, cause, queuedAt, wished, room, calls, firstCalledAt, calledAt, at, endedAt);
    }

    Stop ended(Instant at) {
        return new Stop(number, clinic, cause, queuedAt, wished, room, calls, firstCalledAt, calledAt, enteredAt, at);
    }

    /** Waits again; what was called is not forgotten. */
    Stop waiting() {
        return new Stop(
                number, clinic, cause, queuedAt, wished, Optional.empty(), calls, firstCalledAt, calledAt, null, null);
    }
}
