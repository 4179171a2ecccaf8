package vn.tiepdon.server.queue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.patient.PatientId;

/** The queues as they stand, for looking at; nothing here locks. */
@Repository
public class Queues {

    private final JdbcClient jdbc;

    Queues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many wait; a clinic with an empty queue is not in the map. */
    public Map<ClinicId, Integer> waiting(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        return perClinic("""
                select clinic_id, count(*) as n from ticket
                where (facility_id, clinic_id, business_day, state) in (:queues)
                group by clinic_id""", QueueKey.columns(facility, clinics, day, State.WAITING.name()));
    }

    /** How many numbers were given; a clinic that gave none may not be in the map. */
    public Map<ClinicId, Integer> given(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day) {
        return perClinic("""
                select clinic_id, last_number as n from ticket_counter
                where (facility_id, clinic_id, business_day) in (:queues)""", QueueKey.columns(facility, clinics, day));
    }

    /** People who wait before a number that waits; none before any other. */
    public int before(Ticket ticket) {
        if (ticket.state() != State.WAITING) {
            return 0;
        }
        return jdbc.sql("""
                        select count(*) from ticket where facility_id = :facility and clinic_id = :clinic
                            and business_day = :day and state = 'WAITING' and number < :number""")
                .param("facility", ticket.queue().facility().value())
                .param("clinic", ticket.queue().clinic().value())
                .param("day", ticket.queue().day().date())
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

    /** Numbers called or inside, the newest call first. */
    public List<Ticket> called(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, int limit) {
        return list("state in ('CALLED', 'IN_ROOM') order by called_at desc, number", facility, clinics, day, limit);
    }

    /** Numbers that wait, in the order in which they were given. */
    public List<Ticket> next(FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, int limit) {
        return list("state = 'WAITING' order by issued_at, number", facility, clinics, day, limit);
    }

    /** Numbers that this room has seen, the latest first. */
    public List<Ticket> done(FacilityId facility, ClinicId clinic, RoomId room, BusinessDay day, int limit) {
        return jdbc.sql("""
                        select * from ticket where facility_id = :facility and clinic_id = :clinic
                            and business_day = :day and state = 'DONE' and room_id = :room
                        order by ended_at desc, number limit :limit""")
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
        return list("state = 'MISSED' order by ended_at desc, number", facility, clinics, day, limit);
    }

    private List<Ticket> list(
            String states, FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, int limit) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from ticket where (facility_id, clinic_id, business_day) in (:queues) and " + states
                        + " limit :limit")
                .param("queues", QueueKey.columns(facility, clinics, day))
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
}
