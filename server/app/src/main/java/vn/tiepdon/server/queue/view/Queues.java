package vn.tiepdon.server.queue.view;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.Leg;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.order.Calls;
import vn.tiepdon.server.queue.order.Candidates;
import vn.tiepdon.server.queue.order.WaitingLine;
import vn.tiepdon.server.queue.tables.TicketRow;
import vn.tiepdon.server.queue.tables.Tickets;

/** The queues as they stand, for looking at; nothing here locks. */
@Repository
public class Queues {

    /** Those who go first are among them, and of the others those who have waited longest. */
    private static final int LOOKED_AT = 500;

    private static final String PLACES =
            "select * from ticket where (facility_id, at_clinic_id, business_day, state) in (:queues)";

    private final JdbcClient jdbc;
    private final Candidates candidates;
    private final HospitalClock clock;

    Queues(JdbcClient jdbc, Candidates candidates, HospitalClock clock) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** How many wait; a clinic with an empty queue is not in the map. */
    public Map<ClinicId, Integer> waiting(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        return perClinic("""
                select at_clinic_id as clinic_id, count(*) as n from ticket
                where (facility_id, at_clinic_id, business_day, state) in (:queues)
                group by at_clinic_id""", QueueKey.columns(facility, clinics, day, State.WAITING.name()));
    }

    /** How many numbers were given; a clinic that gave none may not be in the map. */
    public Map<ClinicId, Integer> given(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        return perClinic("""
                select clinic_id, last_number as n from ticket_counter
                where (facility_id, clinic_id, business_day) in (:queues)""", QueueKey.columns(facility, clinics, day));
    }

    /** People who came before a number that waits; none before any other. */
    public int before(Ticket ticket) {
        if (ticket.state() != State.WAITING) {
            return 0;
        }
        return jdbc.sql("""
                        select count(*) from ticket where facility_id = :facility and at_clinic_id = :clinic
                            and business_day = :day and state = 'WAITING'
                            and (queued_at < :queued or queued_at = :queued and number < :number)""")
                .param("facility", ticket.queue().facility().value())
                .param("clinic", ticket.queue().clinic().value())
                .param("day", ticket.queue().day().date())
                .param("queued", Tickets.utc(ticket.queuedAt()))
                .param("number", ticket.number())
                .query(Integer.class)
                .single();
    }

    public Optional<Ticket> find(FacilityId facility, TicketId ticket) {
        return jdbc.sql("select * from ticket where facility_id = :facility and ticket_id = :ticket")
                .param("facility", facility.value())
                .param("ticket", ticket.toString())
                .query(TicketRow::ticket)
                .optional();
    }

    /** The numbers that still stand for a patient, the oldest first. */
    public List<Ticket> openOf(FacilityId facility, PatientId patient, BusinessDay day) {
        return jdbc.sql("""
                        select * from ticket where facility_id = :facility and patient_id = :patient
                            and business_day = :day and open_patient_id is not null order by issued_at, number""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("day", day.date())
                .query(TicketRow::ticket)
                .list();
    }

    /** Whoever says to go first, and nobody has looked at it; the first that came. */
    public List<Ticket> declared(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, int limit) {
        List<Object[]> places = new ArrayList<>(QueueKey.columns(facility, clinics, day, State.WAITING.name()));
        places.addAll(QueueKey.columns(facility, clinics, day, State.CALLED.name()));
        return list(places, "and declared <> '' order by queued_at, number", limit);
    }

    /** Numbers called or inside, the newest call first. */
    public List<Ticket> called(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, int limit) {
        List<Object[]> places = new ArrayList<>(QueueKey.columns(facility, clinics, day, State.CALLED.name()));
        places.addAll(QueueKey.columns(facility, clinics, day, State.IN_ROOM.name()));
        return list(places, "order by called_at desc, number", limit);
    }

    /**
     * Numbers that wait, in the order in which they would be called now; of several clinics the first of each, then the
     * second of each, and so on.
     */
    public List<Ticket> next(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, int limit) {
        List<Ticket> waiting = line(facility, clinics, day);
        Map<ClinicId, Calls> calls = calls(facility, clinics, day);
        Instant now = clock.now();
        List<Placed> placed = new ArrayList<>();
        waiting.stream().collect(groupingBy(it -> it.queue().clinic())).forEach((clinic, there) -> {
            int rank = 0;
            for (Ticket ticket : sequence(there, calls.getOrDefault(clinic, Calls.NONE), now, limit)) {
                placed.add(new Placed(rank++, ticket));
            }
        });
        return placed.stream()
                .sorted(Comparator.comparing(Placed::rank)
                        .thenComparing(it -> it.ticket().queuedAt())
                        .thenComparing(it -> it.ticket().number()))
                .limit(limit)
                .map(Placed::ticket)
                .toList();
    }

    /** Those who wait, as somebody finds them who joins them now. */
    public WaitingLine line(QueueKey queue) {
        List<ClinicId> clinic = List.of(queue.clinic());
        Calls calls = calls(queue.facility(), clinic, queue.day()).getOrDefault(queue.clinic(), Calls.NONE);
        return candidates.line(line(queue.facility(), clinic, queue.day()), calls, clock.now());
    }

    private List<Ticket> line(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        String order = """
                order by case when grounds = '' and cause <> 'BACK' and expected_at is null then 1 else 0 end, queued_at,
                    number""";
        return list(QueueKey.columns(facility, clinics, day, State.WAITING.name()), order, LOOKED_AT);
    }

    /** How many of those who wait now would be called before a number that waits; none before any other. */
    public int position(Ticket ticket) {
        if (ticket.state() != State.WAITING) {
            return 0;
        }
        List<Ticket> order = next(
                ticket.queue().facility(),
                List.of(ticket.queue().clinic()),
                ticket.queue().day(),
                LOOKED_AT);
        for (int place = 0; place < order.size(); place++) {
            if (order.get(place).id().equals(ticket.id())) {
                return place;
            }
        }
        return before(ticket);
    }

    private List<Ticket> sequence(List<Ticket> waiting, Calls calls, Instant now, int limit) {
        Map<TicketId, Ticket> byId = waiting.stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        return candidates.order().sequence(candidates.of(waiting, now), calls, limit).stream()
                .map(it -> byId.get(it.id()))
                .toList();
    }

    private Map<ClinicId, Calls> calls(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        Map<ClinicId, Calls> calls = new HashMap<>();
        if (!clinics.isEmpty()) {
            jdbc.sql("""
                            select clinic_id, called, in_a_row from ticket_counter
                            where (facility_id, clinic_id, business_day) in (:queues)""")
                    .param("queues", QueueKey.columns(facility, clinics, day))
                    .query(row -> {
                        calls.put(
                                new ClinicId(row.getInt("clinic_id")),
                                new Calls(row.getInt("called"), row.getInt("in_a_row")));
                    });
        }
        return calls;
    }

    /** Patients of this clinic whom this room has done with, the latest first, wherever they went then. */
    public List<Ticket> done(FacilityId facility, ClinicId clinic, RoomId room, BusinessDay day, int limit) {
        return jdbc.sql("""
                        select t.* from ticket_stop s
                        join ticket t on t.facility_id = s.facility_id and t.ticket_id = s.ticket_id
                        where s.facility_id = :facility and s.clinic_id = :clinic and s.business_day = :day
                            and s.room_id = :room and s.state = 'DONE' and t.visit_clinic_id = :clinic
                        order by s.ended_at desc, t.number limit :limit""")
                .param("facility", facility.value())
                .param("clinic", clinic.value())
                .param("day", day.date())
                .param("room", room.value())
                .param("limit", limit)
                .query(TicketRow::ticket)
                .list();
    }

    /** Numbers that nobody answered to, the latest first. */
    public List<Ticket> missed(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, int limit) {
        return list(
                QueueKey.columns(facility, clinics, day, State.MISSED.name()), "order by ended_at desc, number", limit);
    }

    /** Whom this room has sent away and who are to come back to it, the first sent first. */
    public List<Ticket> away(FacilityId facility, ClinicId clinic, RoomId room, BusinessDay day) {
        return jdbc
                .sql("""
                        select * from ticket where facility_id = :facility and visit_clinic_id = :clinic
                            and business_day = :day and open_patient_id is not null and at_clinic_id <> :clinic
                        order by queued_at, number""")
                .param("facility", facility.value())
                .param("clinic", clinic.value())
                .param("day", day.date())
                .query(TicketRow::ticket)
                .list()
                .stream()
                .filter(it -> it.way().legs().contains(Leg.back(clinic, room)))
                .toList();
    }

    private List<Ticket> list(List<Object[]> places, String order, int limit) {
        if (places.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(PLACES + " " + order + " limit :limit")
                .param("queues", places)
                .param("limit", limit)
                .query(TicketRow::ticket)
                .list();
    }

    private Map<ClinicId, Integer> perClinic(String sql, List<Object[]> keys) {
        Map<ClinicId, Integer> counts = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(sql).param("queues", keys).query(row -> {
                counts.put(new ClinicId(row.getInt("clinic_id")), row.getInt("n"));
            });
        }
        return counts;
    }

    private record Placed(int rank, Ticket ticket) {}
}
