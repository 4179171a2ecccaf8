package vn.tiepdon.server.checkin;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket.Priority;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.api.kiosk.Wait;
import vn.tiepdon.card.code.ScannedCode;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.phone.PhoneAddresses;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.forecast.Estimate;
import vn.tiepdon.server.queue.forecast.Estimates;
import vn.tiepdon.server.queue.view.Queues;

/** A ticket as the kiosk shows and prints it. */
@Component
class TicketSlips {

    private final Facilities facilities;
    private final Queues queues;
    private final Estimates estimates;
    private final PhoneAddresses phones;

    TicketSlips(Facilities facilities, Queues queues, Estimates estimates, PhoneAddresses phones) {
        this.facilities = facilities;
        this.queues = queues;
        this.estimates = estimates;
        this.phones = phones;
    }

    vn.tiepdon.api.kiosk.Ticket slip(Facility facility, Ticket ticket) {
        return placed(facility, ticket, queues.position(ticket));
    }

    /**
     * The same for a number that is being given, or was asked for again.
     *
     * @param before people who wait before this number
     */
    vn.tiepdon.api.kiosk.Ticket slip(Facility facility, Ticket ticket, int before) {
        return placed(facility, ticket, ticket.state() == State.WAITING ? estimates.place(ticket, before) : 0);
    }

    /** @param place so many of those who wait are called before */
    private vn.tiepdon.api.kiosk.Ticket placed(Facility facility, Ticket ticket, int place) {
        Optional<Estimate> estimate =
                ticket.state() == State.WAITING ? Optional.of(estimates.of(ticket, place)) : Optional.empty();
        Clinic clinic = facilities
                .clinic(facility.id(), ticket.queue().clinic())
                .orElseThrow(() -> new ClinicUnknownException(ticket.queue().clinic()));
        RoomId called = ticket.room().or(ticket::wished).orElse(null);
        Room room = clinic.rooms().stream()
                .filter(it -> it.id().equals(called))
                .findFirst()
                .or(clinic::firstRoom)
                .orElse(null);
        return new vn.tiepdon.api.kiosk.Ticket(
                        ticket.id().value(),
                        ticket.number(),
                        clinic.code(),
                        clinic.name(),
                        room == null ? "" : room.code(),
                        room == null ? new Text("", "") : room.place(),
                        ticket.queue().day().date(),
                        facility.localAt(ticket.issuedAt()),
                        place,
                        ticket.state(),
                        new ScannedCode.TicketCode(facility.code(), ticket.id().value()).text())
                .marked(ticket.issuedNumber().mark().orElse(null))
                .expectedToWait(estimate.map(it -> new Wait(it.from(), it.to())).orElse(null))
                .followedAt(phones.of(facility, ticket).orElse(null))
                .goingFirst(priority(ticket));
    }

    /** What counts says more than what is still to be looked at. */
    private static Priority priority(Ticket ticket) {
        if (!ticket.priority().grounds().isEmpty()) {
            return Priority.COUNTS;
        }
        return ticket.priority().declared().isEmpty() ? null : Priority.UNCONFIRMED;
    }
}
