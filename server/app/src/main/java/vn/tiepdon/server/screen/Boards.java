package vn.tiepdon.server.screen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.notice.Notice;
import vn.tiepdon.server.notice.Notices;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.Ticket;

/** Makes boards of how the clinics stand. */
@Component
class Boards {

    private static final int NARROW_DOORS = 2;

    private final Facilities facilities;
    private final Stands stands;
    private final Patients patients;
    private final Notices notices;
    private final HospitalClock clock;

    Boards(Facilities facilities, Stands stands, Patients patients, Notices notices, HospitalClock clock) {
        this.facilities = facilities;
        this.stands = stands;
        this.patients = patients;
        this.notices = notices;
        this.clock = clock;
    }

    Board of(Wish wish) {
        List<Clinic> clinics = facilities.listed(wish.facility()).stream()
                .filter(clinic -> wish.clinics().contains(clinic.id()))
                .toList();
        Map<ClinicId, Stand> there =
                stands.of(wish.facility(), clinics.stream().map(Clinic::id).toList());
        List<Ticket> called = there.values().stream()
                .flatMap(stand -> stand.called().stream())
                .toList();
        Map<PatientId, String> names =
                wish.look().names() ? patients.maskedNames(wish.facility(), patients(called)) : Map.of();
        List<Board.Panel> panels = clinics.stream()
                .map(clinic -> panel(clinic, there.get(clinic.id()), names))
                .toList();
        return new Board(
                panels.size() == 1 ? panels.get(0) : null,
                Paging.of(panels.stream().filter(panel -> !panel.empty()).toList()),
                newest(called, panels),
                notices.current(wish.facility(), clock.now()).stream()
                        .map(Notice::text)
                        .toList());
    }

    /** Whether the numbers here have letters before them, its own or those of the clinics that send. */
    private static boolean lettered(Clinic clinic) {
        return clinic.mark().isPresent() || clinic.kind() != ClinicKind.CLINIC;
    }

    private static Board.Panel panel(Clinic clinic, Stand stand, Map<PatientId, String> names) {
        return new Board.Panel(
                clinic.name(),
                clinic.rooms().size() > (lettered(clinic) ? NARROW_DOORS - 1 : NARROW_DOORS),
                stand.called().stream()
                        .map(ticket -> call(ticket, clinic, names))
                        .toList(),
                lines(stand.next(), clinic),
                lines(stand.missed(), clinic));
    }

    private static List<PatientId> patients(List<Ticket> called) {
        return called.stream().map(Ticket::patient).distinct().toList();
    }

    private static Board.Call newest(List<Ticket> called, List<Board.Panel> panels) {
        Optional<String> latest = called.stream()
                .max(Comparator.comparing(ticket -> ticket.calledAt().orElse(Instant.EPOCH)))
                .map(ticket -> ticket.id().toString());
        return panels.stream()
                .flatMap(panel -> panel.calls().stream())
                .filter(call -> latest.filter(call.ticket()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static List<Board.Line> lines(List<Ticket> tickets, Clinic clinic) {
        return tickets.stream().map(ticket -> line(ticket, clinic)).toList();
    }

    /** Before a number is called, any door of its clinic may be the one. */
    private static Board.Line line(Ticket ticket, Clinic clinic) {
        List<String> doors = clinic.rooms().stream()
                .filter(room -> ticket.room().isEmpty() || ticket.room().get().equals(room.id()))
                .map(Room::code)
                .toList();
        return new Board.Line(ticket.label(), doors.size() == 1 ? doors.get(0) : null, Doorway.of(clinic));
    }

    private static Board.Call call(Ticket ticket, Clinic clinic, Map<PatientId, String> names) {
        return new Board.Call(
                ticket.id().toString(),
                ticket.label(),
                ticket.calls(),
                clinic.name(),
                room(ticket, clinic),
                Doorway.of(clinic),
                ticket.state() == State.IN_ROOM,
                names.get(ticket.patient()));
    }

    /** Where it was called to, or where people wait before; empty when the clinic has no room at all. */
    private static String room(Ticket ticket, Clinic clinic) {
        return clinic.rooms().stream()
                .filter(room -> ticket.room().filter(room.id()::equals).isPresent())
                .findFirst()
                .or(clinic::firstRoom)
                .map(Room::code)
                .orElse("");
    }
}
