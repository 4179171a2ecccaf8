package vn.tiepdon.server.queue.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.order.Candidates;
import vn.tiepdon.server.queue.view.Queues;

/** How long people will still wait, by what each queue does; no older than half a minute, and no part of any truth. */
@Service
public class Estimates {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final CallBook book;
    private final Queues queues;
    private final Candidates candidates;
    private final HospitalClock clock;
    private final Map<QueueKey, Known> known = new ConcurrentHashMap<>();

    Estimates(CallBook book, Queues queues, Candidates candidates, HospitalClock clock) {
        this.book = book;
        this.queues = queues;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** For somebody before whom so many are called. */
    public Estimate of(QueueKey queue, int before) {
        return known(queue).forecast().estimate(before);
    }

    /** Empty when the number waits no more. */
    public Optional<Estimate> of(Ticket ticket) {
        return ticket.state() == State.WAITING
                ? Optional.of(of(ticket.queue(), queues.position(ticket)))
                : Optional.empty();
    }

    /**
     * For a number that is being given.
     *
     * @param before people who wait already
     */
    public Estimate ofNew(Ticket ticket, int before) {
        Known queue = known(ticket.queue());
        boolean first = candidates.goesFirst(ticket, clock.now());
        return queue.forecast().estimate(first ? Math.min(before, candidates.turn(queue.first())) : before);
    }

    private Known known(QueueKey queue) {
        Instant now = clock.now();
        Known entry = known.get(queue);
        if (entry == null || Duration.between(entry.read(), now).abs().compareTo(GOOD_FOR) > 0) {
            known.keySet()
                    .removeIf(it ->
                            it.facility().equals(queue.facility()) && !it.day().equals(queue.day()));
            QueuePast past = entry == null ? book.past(queue) : entry.past();
            entry = new Known(past, new Forecast(past, book.now(queue, now)), queues.goingFirst(queue), now);
            known.put(queue, entry);
        }
        return entry;
    }

    /** @param first so many of those who wait go first */
    private record Known(QueuePast past, Forecast forecast, int first, Instant read) {}
}
