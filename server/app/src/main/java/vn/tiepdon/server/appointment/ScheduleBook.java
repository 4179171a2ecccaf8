package vn.tiepdon.server.appointment;

import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** The schedules of clinics, for changing them. Appointments that were made stay, whatever becomes of their slot. */
@Service
class ScheduleBook {

    private static final int MOST = 2_000;
    private static final String OF = " where facility_id = :facility and clinic_id = :clinic";

    private final JdbcClient jdbc;
    private final Schedules schedules;
    private final AuditTrail audit;

    ScheduleBook(JdbcClient jdbc, Schedules schedules, AuditTrail audit) {
        this.jdbc = jdbc;
        this.schedules = schedules;
        this.audit = audit;
    }

    /** Those that hold on a day or later, by day of the week and time. */
    List<Kept> from(FacilityId facility, Clinic clinic, LocalDate day) {
        return jdbc.sql("select * from clinic_schedule" + OF
                        + " and (valid_until is null or valid_until >= :day) order by week_day, starts, schedule_id")
                .param("facility", facility.value())
                .param("clinic", clinic.id().value())
                .param("day", day)
                .query((row, n) -> new Kept(
                        row.getInt("schedule_id"),
                        new Schedule(
                                row.getInt("week_day"),
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class),
                                row.getInt("slot_minutes"),
                                row.getInt("places"),
                                row.getObject("valid_from", LocalDate.class),
                                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)))))
                .list();
    }

    @Transactional
    public void add(StaffMember by, String source, Clinic clinic, List<Schedule> added) {
        schedules.lock(by.facility(), clinic.id());
        for (Schedule one : added) {
            jdbc.sql("""
                    insert into clinic_schedule (facility_id, schedule_id, clinic_id, week_day, starts, ends,
                        slot_minutes, places, valid_from, valid_until)
                    select :facility, coalesce(max(schedule_id), 0) + 1, :clinic, :day, :starts, :ends, :minutes,
                        :places, :from, :until
                    from clinic_schedule where facility_id = :facility""")
                    .param("facility", by.facility().value())
                    .param("clinic", clinic.id().value())
                    .param("day", one.weekDay())
                    .param("starts", one.starts())
                    .param("ends", one.ends())
                    .param("minutes", one.minutes())
                    .param("places", one.places())
                    .param("from", one.from())
                    .param("until", one.until().orElse(null), Types.DATE)
                    .update();
            note(by, source, "schedule.add", clinic, one);
        }
    }

    /** From today on it holds no more. */
    @Transactional
    public void end(StaffMember by, String source, Clinic clinic, int id, LocalDate today) {
        schedules.lock(by.facility(), clinic.id());
        Optional<Kept> kept = from(by.facility(), clinic, today).stream()
                .filter(it -> it.id() == id)
                .findFirst();
        if (kept.isPresent()) {
            boolean held = kept.get().schedule().from().isBefore(today);
            String sql = held ? "update clinic_schedule set valid_until = :yesterday" : "delete from clinic_schedule";
            JdbcClient.StatementSpec statement = jdbc.sql(sql + OF + " and schedule_id = :id")
                    .param("facility", by.facility().value())
                    .param("clinic", clinic.id().value())
                    .param("id", id);
            (held ? statement.param("yesterday", today.minusDays(1)) : statement).update();
            note(by, source, "schedule.end", clinic, kept.get().schedule());
        }
    }

    /** Appointments from a day on that stand in no slot any more. */
    int outside(FacilityId facility, Clinic clinic, LocalDate day) {
        SlotPlan plan = schedules.plan(facility, clinic.id());
        return (int) jdbc
                .sql("select on_day, starts from appointment" + OF
                        + " and on_day >= :day and state = 'BOOKED' limit :most")
                .param("facility", facility.value())
                .param("clinic", clinic.id().value())
                .param("day", day)
                .param("most", MOST)
                .query((row, n) ->
                        new Slot(row.getObject("on_day", LocalDate.class), row.getObject("starts", LocalTime.class)))
                .list()
                .stream()
                .filter(slot -> plan.places(slot) == 0)
                .count();
    }

    private void note(StaffMember by, String source, String action, Clinic clinic, Schedule one) {
        audit.append(new AuditEntry(
                by.facility(),
                by.login(),
                source,
                action,
                "clinic " + clinic.code() + ": day " + one.weekDay() + ", " + one.starts() + " to " + one.ends() + ", "
                        + one.minutes() + " min, " + one.places() + " places",
                "ok"));
    }

    /** A schedule and its number. */
    public record Kept(int id, Schedule schedule) {}
}
