package vn.tiepdon.server.queue.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.order.Candidate;
import vn.tiepdon.server.queue.order.Candidates;
import vn.tiepdon.server.queue.order.WaitingLine;
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

    /** For somebody who comes now and goes first by nothing, behind so many. */
    public Estimate of(QueueKey queue, int before) {
        return known(queue).forecast().estimate(before);
    }

    /**
     * For a number that waits.
     *
     * @param place so many of those who wait are called before
     */
    public Estimate of(Ticket ticket, int place) {
        Forecast forecast = known(ticket.queue()).forecast();
        return candidates.of(ticket, clock.now()).goesFirst() ? forecast.first(place) : forecast.estimate(place);
    }

    /**
     * Of a number that is being given: how many of those who wait are called before.
     *
     * @param before people who wait already
     */
    public int place(Ticket ticket, int before) {
        Candidate comer = candidates.of(ticket, clock.now());
        return comer.goesFirst() ? known(ticket.queue()).line().place(comer) : before;
    }

    private Known known(QueueKey queue) {
        Instant now = clock.now();
        Known entry = known.get(queue);
        if (entry == null || Duration.between(entry.read(), now).abs().compareTo(GOOD_FOR) > 0) {
            known.keySet()
                    .removeIf(it ->
                            it.facility().equals(queue.facility()) && !it.day().equals(queue.day()));
            QueuePast past = entry == null ? book.past(queue) : entry.past();
            WaitingLine line = queues.line(queue);
            entry = new Known(past, new Forecast(past, book.now(queue, line, now)), line, now);
            known.put(queue, entry);
        }
        return entry;
    }

    private record Known(QueuePast past, Forecast forecast, WaitingLine line, Instant read) {}
}
