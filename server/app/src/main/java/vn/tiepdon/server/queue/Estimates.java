package vn.tiepdon.server.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.HospitalClock;

/** How long people will still wait, by each queue's own pace; no older than half a minute, and no part of any truth. */
@Service
public class Estimates {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final Paces paces;
    private final Queues queues;
    private final HospitalClock clock;
    private final Map<QueueKey, Known> known = new ConcurrentHashMap<>();

    Estimates(Paces paces, Queues queues, HospitalClock clock) {
        this.paces = paces;
        this.queues = queues;
        this.clock = clock;
    }

    /** For somebody before whom so many are called. */
    public Estimate of(QueueKey queue, int before) {
        return pace(queue).estimate(before);
    }

    /** Empty when the number waits no more. */
    public Optional<Estimate> of(Ticket ticket) {
        return ticket.state() == State.WAITING
                ? Optional.of(of(ticket.queue(), queues.position(ticket)))
                : Optional.empty();
    }

    private Pace pace(QueueKey queue) {
        Instant now = clock.now();
        Known entry = known.get(queue);
        if (entry == null || Duration.between(entry.read(), now).abs().compareTo(GOOD_FOR) > 0) {
            known.keySet()
                    .removeIf(it ->
                            it.facility().equals(queue.facility()) && !it.day().equals(queue.day()));
            entry = new Known(paces.of(queue), now);
            known.put(queue, entry);
        }
        return entry.pace();
    }

    private record Known(Pace pace, Instant read) {}
}
