package vn.tiepdon.server.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import vn.tiepdon.api.Text;

/**
 * A hospital.
 *
 * @param code five characters (mã CSKCB)
 * @param desk where a person helps
 * @param address where telephones reach this server, such as {@code https://kham.example.vn}; empty when they do not
 * @param dayStarts when a new business day begins, local time
 */
public record Facility(
        FacilityId id, String code, Text name, Text desk, ZoneId zone, LocalTime dayStarts, Optional<String> address) {

    /** Out of reach of telephones. */
    public Facility(FacilityId id, String code, Text name, Text desk, ZoneId zone, LocalTime dayStarts) {
        this(id, code, name, desk, zone, dayStarts, Optional.empty());
    }

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
