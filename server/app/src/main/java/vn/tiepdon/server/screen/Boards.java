package vn.tiepdon.server.screen;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.notice.Notice;
import vn.tiepdon.server.notice.Notices;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.queue.Queues;
import vn.tiepdon.server.queue.Ticket;

/** Makes boards from the queues as they stand: a handful of questions, however many clinics there are. */
@Component
class Boards {

    /** More than are seen at once: what still waits to be spoken must be there. */
    private static final int CALLS = 8;

    private static final int NEXT = 5;
    private static final int MISSED = 4;
    private static final int NARROW_DOORS = 2;

    /** The queues look at no more than 500 who wait: few clinics at a time, so that none is left out. */
    private static final int CLINICS_AT_A_TIME = 8;

    private final Facilities facilities;
    private final Queues queues;
    private final Patients patients;
    private final Notices notices;
    private final HospitalClock clock;

    Boards(Facilities facilities, Queues queues, Patients patients, Notices notices, HospitalClock clock) {
        this.facilities = facilities;
        this.queues = queues;
        this.patients = patients;
        this.notices = notices;
        this.clock = clock;
    }

    Board of(Wish wish) {
        List<Clinic> clinics = facilities.listed(wish.facility()).stream()
                .filter(clinic -> wish.clinics().contains(clinic.id()))
                .toList();
        Stand stand = stand(wish.facility(), clinics);
        Map<PatientId, String> names =
                wish.look().names() ? patients.maskedNames(wish.facility(), stand.patients()) : Map.of();
        List<Board.Panel> panels =
                clinics.stream().map(clinic -> panel(clinic, stand, names)).toList();
        return new Board(
                panels.size() == 1 ? panels.get(0) : null,
                Paging.of(panels.stream().filter(panel -> !panel.empty()).toList()),
                newest(stand, panels),
                notices.current(wish.facility(), clock.now()).stream()
                        .map(Notice::text)
                        .toList());
    }

    private Stand stand(FacilityId facility, List<Clinic> clinics) {
        BusinessDay day = clock.today(facilities.get(facility));
        Stand stand = new Stand(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (int from = 0; from < clinics.size(); from += CLINICS_AT_A_TIME) {
            List<ClinicId> some = clinics.stream()
                    .skip(from)
                    .limit(CLINICS_AT_A_TIME)
                    .map(Clinic::id)
                    .toList();
            stand.called.putAll(byPlace(queues.called(facility, some, day, CALLS * some.size())));
            stand.next.putAll(byPlace(queues.next(facility, some, day, NEXT * some.size())));
            stand.missed.putAll(byPlace(queues.missed(facility, some, day, MISSED * some.size())));
        }
        return stand;
    }

    /** Whether the numbers here have letters before them, its own or those of the clinics that send. */
    private static boolean lettered(Clinic clinic) {
        return clinic.mark().isPresent() || clinic.kind() != ClinicKind.CLINIC;
    }

    private static Board.Panel panel(Clinic clinic, Stand stand, Map<PatientId, String> names) {
        return new Board.Panel(
                clinic.name(),
                clinic.rooms().size() > (lettered(clinic) ? NARROW_DOORS - 1 : NARROW_DOORS),
                stand.called.getOrDefault(clinic.id(), List.of()).stream()
                        .limit(CALLS)
                        .map(ticket -> call(ticket, clinic, names))
                        .toList(),
                lines(stand.next, clinic, NEXT),
                lines(stand.missed, clinic, MISSED));
    }

    private static Board.Call newest(Stand stand, List<Board.Panel> panels) {
        Optional<String> latest = stand.called.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparing(ticket -> ticket.calledAt().orElse(Instant.EPOCH)))
                .map(ticket -> ticket.id().toString());
        return panels.stream()
                .flatMap(panel -> panel.calls().stream())
                .filter(call -> latest.filter(call.ticket()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static Map<ClinicId, List<Ticket>> byPlace(List<Ticket> tickets) {
        return tickets.stream().collect(groupingBy(ticket -> ticket.queue().clinic()));
    }

    private static List<Board.Line> lines(Map<ClinicId, List<Ticket>> tickets, Clinic clinic, int most) {
        return tickets.getOrDefault(clinic.id(), List.of()).stream()
                .limit(most)
                .map(ticket -> line(ticket, clinic))
                .toList();
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

    /** The queues of all clinics, each newest or first one first. */
    private record Stand(
            Map<ClinicId, List<Ticket>> called, Map<ClinicId, List<Ticket>> next, Map<ClinicId, List<Ticket>> missed) {

        List<PatientId> patients() {
            return called.values().stream()
                    .flatMap(List::stream)
                    .map(Ticket::patient)
                    .distinct()
                    .toList();
        }
    }
}
