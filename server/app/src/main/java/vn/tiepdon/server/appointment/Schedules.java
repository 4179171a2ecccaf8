package vn.tiepdon.server.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;

/** The schedules of clinics. Their rows are also the lock under which a clinic's places are given. */
@Repository
class Schedules {

    private static final String SELECT = """
            select week_day, starts, ends, slot_minutes, places, valid_from, valid_until from clinic_schedule
            where facility_id = :facility and clinic_id = :clinic order by schedule_id""";

    private final JdbcClient jdbc;
    private final Facilities facilities;

    Schedules(JdbcClient jdbc, Facilities facilities) {
        this.jdbc = jdbc;
        this.facilities = facilities;
    }

    SlotPlan plan(FacilityId facility, ClinicId clinic) {
        return plan(facility, clinic, SELECT);
    }

    /** Until the transaction ends nobody else books in this clinic, on any day. */
    SlotPlan lock(FacilityId facility, ClinicId clinic) {
        return plan(facility, clinic, SELECT + " for update");
    }

    private SlotPlan plan(FacilityId facility, ClinicId clinic, String sql) {
        List<Schedule> schedules = jdbc.sql(sql)
                .param("facility", facility.value())
                .param("clinic", clinic.value())
                .query(Schedules::schedule)
                .list();
        return new SlotPlan(schedules, day -> facilities.opensOn(facility, clinic, day));
    }

    private static Schedule schedule(ResultSet row, int number) throws SQLException {
        return new Schedule(
                row.getInt("week_day"),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                row.getInt("slot_minutes"),
                row.getInt("places"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
    }
}
