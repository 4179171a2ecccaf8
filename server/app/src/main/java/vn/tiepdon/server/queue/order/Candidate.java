package vn.tiepdon.server.queue.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.TicketId;

/**
 * Somebody who waits, as far as it matters for who is next.
 *
 * @param weight 0 for those who simply wait their turn
 * @param emergency goes before all others
 * @param wished the room that this one waits for
 * @param overtaken so many who came later were called before
 * @param notBefore waits until so many calls were made, as long as others wait
 */
public record Candidate(
        TicketId id,
        Instant queuedAt,
        int number,
        int weight,
        boolean emergency,
        Optional<RoomId> wished,
        int overtaken,
        int notBefore) {

    private static final TicketId NOBODY = new TicketId(new UUID(0, 0));

    /** The same on every server: numbers given in one instant differ, and of two clinics' equal ones the ids do. */
    static final Comparator<Candidate> BY_ARRIVAL = Comparator.comparing(Candidate::queuedAt)
            .thenComparing(Candidate::number)
            .thenComparing(it -> it.id().toString());

    public boolean goesFirst() {
        return weight > 0 || emergency;
    }

    public Candidate passedBy() {
        return new Candidate(id, queuedAt, number, weight, emergency, wished, overtaken + 1, notBefore);
    }

    /** Somebody like this one who has just come, whoever it is. */
    Candidate last() {
        return new Candidate(NOBODY, Instant.MAX, Integer.MAX_VALUE, weight, emergency, Optional.empty(), 0, 0);
    }
}
