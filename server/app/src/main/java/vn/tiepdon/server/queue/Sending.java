package vn.tiepdon.server.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.event.Door;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;

/** Sends patients from a room to other places of the house, with the ticket that they have. */
@Service
public class Sending {

    private final Acts acts;
    private final Facilities facilities;
    private final HospitalClock clock;

    Sending(Acts acts, Facilities facilities, HospitalClock clock) {
        this.acts = acts;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * The room's current patient goes to these places, one after the other.
     *
     * @param back whether the patient then comes back to this room
     * @throws PlaceClosedException when the first of them is closed now
     */
    public void send(FacilityId facility, Room room, Seen current, List<ClinicId> to, boolean back) {
        Set<ClinicId> clinics = new HashSet<>(Set.of(room.clinic()));
        to.stream().limit(1).map(first -> open(facility, first)).forEach(clinics::add);
        Door door = Calling.door(room);
        acts.ofRoom(facility, room, clinics, act -> {
            Ticket ticket = current(act, room, current);
            return act.change(ticket, it -> it.send(door, to, back, act.at()));
        });
    }

    /**
     * The room's current patient was meant to be in another clinic, and has waited there since arriving here.
     *
     * @throws PlaceClosedException when it is closed now
     * @throws WaitsThereException when the patient holds a number of it
     */
    public void transfer(FacilityId facility, Room room, Seen current, ClinicId to) {
        acts.ofRoom(facility, room, Set.of(room.clinic(), open(facility, to)), act -> {
            Ticket ticket = current(act, room, current);
            Optional<Ticket> there = act.queue(to).openTicketOf(ticket.patient());
            if (there.isPresent()) {
                throw new WaitsThereException(there.get().id());
            }
            return act.change(ticket, it -> it.transfer(to, act.at()));
        });
    }

    private static Ticket current(Act act, Room room, Seen seen) {
        return Act.asSeen(act.queue(room.clinic()).current(room.id()), seen, Calling.door(room));
    }

    private ClinicId open(FacilityId facility, ClinicId clinic) {
        return facilities
                .clinic(facility, clinic)
                .filter(it -> facilities.opening(facility, it, clock.now()).open())
                .map(Clinic::id)
                .orElseThrow(() -> new PlaceClosedException(clinic));
    }
}
