package vn.tiepdon.server.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import vn.tiepdon.api.Text;

/**
 * A hospital.
 *
 * @param code five characters (mã CSKCB)
 * @param desk where a person helps
 * @param dayStarts when a new business day begins, local time
 */
public record Facility(FacilityId id, String code, Text name, Text desk, ZoneId zone, LocalTime dayStarts) {

    public BusinessDay businessDayAt(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate date = local.toLocalDate();
        return new BusinessDay(local.toLocalTime().isBefore(dayStarts) ? date.minusDays(1) : date);
    }

    /** The hospital's wall clock at an instant. */
    public OffsetDateTime localAt(Instant at) {
        return at.atZone(zone).toOffsetDateTime();
    }
}
