package vn.tiepdon.server.synthetic;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.Programme;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Writes the clinics, rooms, hours and schedules of the invented hospital. */
@Component
class SyntheticClinics {

    private static final LocalTime[][] WORKDAY = {
        {LocalTime.of(6, 30), LocalTime.of(11, 30)}, {LocalTime.of(13, 0), LocalTime.of(16, 30)}
    };
    private static final LocalTime[][] SATURDAY = {{LocalTime.of(6, 30), LocalTime.of(11, 0)}};
    private static final LocalTime[][] ALWAYS = {{LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59)}};
    private static final LocalTime[][] NEVER = {};
    private static final int SLOT = 30;
    private static final int PLACES = 4;
    private static final LocalDate EVER_SINCE = LocalDate.of(2026, 1, 1);
    private static final Map<Programme, String> MEETS_IN =
            Map.of(Programme.HYPERTENSION, "THA", Programme.DIABETES, "DTD", Programme.COPD, "COPD");

    private final JdbcTemplate jdbc;
    private final boolean alwaysOpen;
    private final int dailyQuota;

    @Autowired
    SyntheticClinics(JdbcTemplate jdbc, TiepDonSettings settings) {
        this(jdbc, settings.synthetic().alwaysOpen(), settings.synthetic().dailyQuota());
    }

    /** @param dailyQuota of every clinic; 0 for a realistic one each */
    SyntheticClinics(JdbcTemplate jdbc, boolean alwaysOpen, int dailyQuota) {
        this.jdbc = jdbc;
        this.alwaysOpen = alwaysOpen;
        this.dailyQuota = dailyQuota;
    }

    /** @return clinic ids by clinic code and by programme */
    Map<String, Integer> write(FacilityId facility) {
        return write(facility, Integer.MAX_VALUE);
    }

    /** @param atMost so many clinics, the first ones of the list */
    Map<String, Integer> write(FacilityId facility, int atMost) {
        List<ClinicLine> lines =
                Lines.read("clinics.csv", ClinicLine::of).stream().limit(atMost).toList();
        List<Object[]> clinics = new ArrayList<>();
        List<Object[]> rooms = new ArrayList<>();
        List<Object[]> hours = new ArrayList<>();
        List<Object[]> schedules = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        for (ClinicLine line : lines) {
            int id = ids.size() + 1;
            ids.put(line.code(), id);
            int quota = dailyQuota > 0 ? dailyQuota : line.quota();
            clinics.add(new Object[] {
                facility.value(),
                id,
                line.code(),
                line.nameVi(),
                line.nameEn(),
                quota,
                id,
                line.kind().name(),
                line.mark()
            });
            for (String room : line.rooms()) {
                rooms.add(new Object[] {facility.value(), rooms.size() + 1, id, room, line.placeVi(), line.placeEn()});
            }
            for (int day = 1; day <= 7; day++) {
                for (LocalTime[] span : spans(day, id, line.kind())) {
                    hours.add(new Object[] {facility.value(), id, day, span[0], span[1]});
                }
                LocalTime[][] booked = alwaysOpen ? WORKDAY : spans(day, id, line.kind());
                for (LocalTime[] span : line.kind() == ClinicKind.CLINIC ? booked : NEVER) {
                    schedules.add(new Object[] {
                        facility.value(), schedules.size() + 1, id, day, span[0], span[1], SLOT, PLACES, EVER_SINCE
                    });
                }
            }
        }
        jdbc.batchUpdate(
                "insert into clinic (facility_id, clinic_id, code, name_vi, name_en, daily_quota, sort_order, kind, mark)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                clinics);
        jdbc.batchUpdate(
                "insert into room (facility_id, room_id, clinic_id, code, place_vi, place_en)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rooms);
        jdbc.batchUpdate(
                "insert into clinic_opening (facility_id, clinic_id, week_day, opens, closes)"
                        + " values (?, ?, ?, ?, ?)",
                hours);
        jdbc.batchUpdate(
                "insert into clinic_schedule (facility_id, schedule_id, clinic_id, week_day, starts, ends, slot_minutes,"
                        + " places, valid_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                schedules);
        MEETS_IN.forEach((programme, code) -> ids.put(programme.name(), ids.get(code)));
        return ids;
    }

    private LocalTime[][] spans(int day, int clinic, ClinicKind kind) {
        if (alwaysOpen) {
            return ALWAYS;
        }
        boolean worksOnSaturday = clinic <= 4 || kind != ClinicKind.CLINIC;
        return day <= 5 ? WORKDAY : day == 6 && worksOnSaturday ? SATURDAY : NEVER;
    }
}
