package vn.tiepdon.server.phone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Remembered;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.phone.PhoneView.Standing;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.forecast.Estimates;
import vn.tiepdon.server.queue.view.Queues;

/**
 * What telephones are told. An address of another day is refused without the database; a ticket is looked up once in
 * some seconds however often it is asked for, and the order of a queue once for everybody in it.
 */
@Service
class PhoneViews {

    private static final Duration TICKET_GOOD_FOR = Duration.ofSeconds(3);
    private static final Duration ORDER_GOOD_FOR = Duration.ofSeconds(5);
    private static final int LOOKED_AT = 500;

    private final TicketSeal seal;
    private final PhoneGate gate;
    private final Facilities facilities;
    private final Queues queues;
    private final Estimates estimates;
    private final HospitalClock clock;
    private final Remembered<SealedTicket, Optional<PhoneView>> views;
    private final Remembered<QueueKey, Map<TicketId, Integer>> orders;

    PhoneViews(
            TicketSeal seal,
            PhoneGate gate,
            Facilities facilities,
            Queues queues,
            Estimates estimates,
            HospitalClock clock) {
        this.seal = seal;
        this.gate = gate;
        this.facilities = facilities;
        this.queues = queues;
        this.estimates = estimates;
        this.clock = clock;
        this.views = new Remembered<>(TICKET_GOOD_FOR);
        this.orders = new Remembered<>(ORDER_GOOD_FOR);
    }

    /**
     * @throws PhoneGoneException when there is nothing behind this address today
     * @throws PhoneBusyException when too many look at once
     */
    PhoneView of(String token) {
        return seal.open(token)
                .filter(it -> it.day().equals(clock.today(facilities.get(it.facility()))))
                .flatMap(it -> views.get(it, key -> gate.through(() -> view(key))))
                .orElseThrow(PhoneGoneException::new);
    }

    private Optional<PhoneView> view(SealedTicket sealed) {
        return queues.find(sealed.facility(), sealed.ticket()).flatMap(ticket -> facilities
                .clinic(sealed.facility(), ticket.queue().clinic())
                .map(clinic -> view(facilities.get(sealed.facility()), ticket, clinic)));
    }

    private PhoneView view(Facility facility, Ticket ticket, Clinic clinic) {
        Standing standing = standing(ticket);
        Optional<Room> room = room(ticket, clinic);
        int before = standing.waits() ? before(ticket) : 0;
        boolean asPrinted = ticket.issuedNumber().clinic().equals(clinic.id()) || !clinic.examines();
        return new PhoneView(
                ticket.label(),
                standing,
                Optional.of(clinic.name()).filter(it -> asPrinted),
                room.map(Room::code).orElse(""),
                room.map(Room::place).orElse(new Text("", "")),
                before,
                standing.waits() ? Optional.of(estimates.of(ticket, before)) : Optional.empty(),
                facility.name(),
                facility.desk(),
                ticket.state() + "-" + clinic.id().value() + "-" + ticket.calls());
    }

    private static Standing standing(Ticket ticket) {
        if (ticket.state() != State.WAITING) {
            return Standing.valueOf(ticket.state().name());
        }
        return switch (ticket.cause()) {
            case ISSUED -> Standing.WAITING;
            case SENT -> Standing.SENT;
            case BACK -> Standing.BACK;
            case TRANSFERRED -> Standing.MOVED;
        };
    }

    private static Optional<Room> room(Ticket ticket, Clinic clinic) {
        RoomId door = ticket.room().or(ticket::wished).orElse(null);
        return clinic.rooms().stream()
                .filter(it -> it.id().equals(door))
                .findFirst()
                .or(clinic::firstRoom);
    }

    private int before(Ticket ticket) {
        Integer place = orders.get(ticket.queue(), this::order).get(ticket.id());
        return place == null ? queues.before(ticket) : place;
    }

    private Map<TicketId, Integer> order(QueueKey queue) {
        List<Ticket> waiting = queues.next(queue.facility(), List.of(queue.clinic()), queue.day(), LOOKED_AT);
        Map<TicketId, Integer> order = new HashMap<>();
        waiting.forEach(it -> order.put(it.id(), order.size()));
        return order;
    }
}
