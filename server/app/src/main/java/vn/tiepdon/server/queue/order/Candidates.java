package vn.tiepdon.server.queue.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.queue.Cause;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.order.QueueSettings.Weights;

/** Tickets that wait, weighed as the settings say. */
@Component
public class Candidates {

    private final QueueSettings settings;

    Candidates(QueueSettings settings) {
        this.settings = settings;
    }

    public CallOrder order() {
        return new CallOrder(settings.mostInARow(), settings.mostOvertaken());
    }

    public List<Candidate> of(Collection<Ticket> waiting, Instant now) {
        return waiting.stream().map(it -> of(it, now)).toList();
    }

    public WaitingLine line(Collection<Ticket> waiting, Calls calls, Instant now) {
        return new WaitingLine(order(), of(waiting, now), calls);
    }

    public Candidate of(Ticket ticket, Instant now) {
        return new Candidate(
                ticket.id(),
                ticket.queuedAt(),
                ticket.number(),
                weight(ticket, now),
                ticket.priority().grounds().contains(PriorityGround.EMERGENCY),
                ticket.wished(),
                ticket.overtaken(),
                ticket.standing().notBefore());
    }

    private int weight(Ticket ticket, Instant now) {
        Weights weights = settings.weights();
        IntStream grounds = ticket.priority().grounds().stream().mapToInt(weights::of);
        IntStream situation = Stream.of(
                        ticket.cause() == Cause.BACK ? weights.back() : 0,
                        keepsAppointment(ticket, now) ? weights.appointment() : 0)
                .mapToInt(Integer::intValue);
        return IntStream.concat(grounds, situation).max().orElse(0);
    }

    /** Who came in time for an appointment is expected from shortly before it on. */
    private boolean keepsAppointment(Ticket ticket, Instant now) {
        return ticket.cause() == Cause.ISSUED
                && ticket.expectedAt()
                        .filter(at -> !ticket.issuedAt().isAfter(at.plus(settings.inTime())))
                        .filter(at -> !now.isBefore(at.minus(settings.inTime())))
                        .isPresent();
    }
}
