package vn.tiepdon.server.facility;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.Text;

/** Reads a hospital whole: five queries, whatever the number of clinics. */
@Component
class Timetables {

    private final JdbcClient jdbc;

    Timetables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Timetable> read(FacilityId id) {
        return jdbc.sql("select * from facility where facility_id = :id")
                .param("id", id.value())
                .query(Timetables::facility)
                .optional()
                .map(facility -> new Timetable(facility, clinics(id), hours(id), closures(id), lastDays(id)));
    }

    /** Raised by every change that is made on a page; empty when there is no such hospital. */
    Optional<Long> version(FacilityId id) {
        return jdbc.sql("select setup_version from facility where facility_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    private List<Clinic> clinics(FacilityId id) {
        Map<ClinicId, List<Room>> rooms = jdbc
                .sql("select room_id, clinic_id, code, place_vi, place_en from room"
                        + " where facility_id = :id and hidden = false")
                .param("id", id.value())
                .query((row, n) -> new Room(
                        new RoomId(row.getInt("room_id")),
                        new ClinicId(row.getInt("clinic_id")),
                        row.getString("code"),
                        new Text(row.getString("place_vi"), row.getString("place_en"))))
                .list()
                .stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .collect(groupingBy(Room::clinic));
        return jdbc.sql("select * from clinic where facility_id = :id order by sort_order, clinic_id")
                .param("id", id.value())
                .query((row, n) -> {
                    ClinicId clinic = new ClinicId(row.getInt("clinic_id"));
                    return new Clinic(
                            clinic,
                            row.getString("code"),
                            new Text(row.getString("name_vi"), row.getString("name_en")),
                            row.getInt("daily_quota"),
                            ClinicKind.valueOf(row.getString("kind")),
                            Optional.ofNullable(row.getString("mark")),
                            rooms.getOrDefault(clinic, List.of()));
                })
                .list();
    }

    private Map<ClinicId, LocalDate> lastDays(FacilityId id) {
        Map<ClinicId, LocalDate> days = new HashMap<>();
        jdbc.sql("select clinic_id, last_day from clinic where facility_id = :id and last_day is not null")
                .param("id", id.value())
                .query(row -> {
                    days.put(new ClinicId(row.getInt("clinic_id")), row.getObject("last_day", LocalDate.class));
                });
        return days;
    }

    private Map<ClinicId, List<OpeningHours>> hours(FacilityId id) {
        return jdbc
                .sql("select clinic_id, week_day, opens, closes from clinic_opening where facility_id = :id")
                .param("id", id.value())
                .query((row, n) -> new OpeningHours(
                        new ClinicId(row.getInt("clinic_id")),
                        row.getInt("week_day"),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list()
                .stream()
                .collect(groupingBy(OpeningHours::clinic));
    }

    private Map<ClinicId, Set<LocalDate>> closures(FacilityId id) {
        record Closure(ClinicId clinic, LocalDate day) {}
        return jdbc
                .sql("select clinic_id, on_day from clinic_closure where facility_id = :id")
                .param("id", id.value())
                .query((row, n) ->
                        new Closure(new ClinicId(row.getInt("clinic_id")), row.getObject("on_day", LocalDate.class)))
                .list()
                .stream()
                .collect(groupingBy(Closure::clinic, mapping(Closure::day, toSet())));
    }

    private static Facility facility(ResultSet row, int number) throws SQLException {
        return new Facility(
                new FacilityId(row.getInt("facility_id")),
                row.getString("code"),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                new Text(row.getString("desk_vi"), row.getString("desk_en")),
                ZoneId.of(row.getString("zone")),
                row.getObject("day_starts", LocalTime.class),
                Optional.ofNullable(row.getString("public_address")));
    }
}
