package vn.tiepdon.server.screen;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.Queues;
import vn.tiepdon.server.queue.Ticket;

@Component
class Boards {

    private static final int CALLS = 4;
    private static final int NEXT = 5;
    private static final int MISSED = 4;

    private final Facilities facilities;
    private final Queues queues;
    private final HospitalClock clock;

    Boards(Facilities facilities, Queues queues, HospitalClock clock) {
        this.facilities = facilities;
        this.queues = queues;
        this.clock = clock;
    }

    Board of(FacilityId facility, Collection<Clinic> clinics) {
        BusinessDay day = clock.today(facilities.get(facility));
        Map<ClinicId, Clinic> shown = clinics.stream().collect(Collectors.toMap(Clinic::id, Function.identity()));
        return new Board(
                queues.called(facility, shown.keySet(), day, CALLS).stream()
                        .map(ticket -> call(ticket, shown))
                        .toList(),
                lines(queues.next(facility, shown.keySet(), day, NEXT), shown),
                lines(queues.missed(facility, shown.keySet(), day, MISSED), shown));
    }

    private static List<Board.Line> lines(List<Ticket> tickets, Map<ClinicId, Clinic> clinics) {
        return tickets.stream().map(ticket -> line(ticket, clinics)).toList();
    }

    /** Before a number is called, any door of its clinic may be the one. */
    private static Board.Line line(Ticket ticket, Map<ClinicId, Clinic> clinics) {
        Clinic clinic = clinics.get(ticket.queue().clinic());
        List<String> doors = clinic.rooms().stream()
                .filter(room -> ticket.room().isEmpty() || ticket.room().get().equals(room.id()))
                .map(Room::code)
                .toList();
        return new Board.Line(ticket.label(), clinic.name(), doors.size() == 1 ? doors.get(0) : null);
    }

    private static Board.Call call(Ticket ticket, Map<ClinicId, Clinic> clinics) {
        Clinic clinic = clinics.get(ticket.queue().clinic());
        Room room = room(ticket, clinic);
        return new Board.Call(
                ticket.id().toString(),
                ticket.label(),
                ticket.calls(),
                clinic.name(),
                room == null ? "" : room.code(),
                room == null ? new Text("", "") : room.place(),
                ticket.state() == State.IN_ROOM);
    }

    /** Where it was called to, or where people wait before; null when the clinic has no room at all. */
    private static Room room(Ticket ticket, Clinic clinic) {
        RoomId called = ticket.room().orElse(null);
        return clinic.rooms().stream()
                .filter(room -> room.id().equals(called))
                .findFirst()
                .or(clinic::firstRoom)
                .orElse(null);
    }
}
