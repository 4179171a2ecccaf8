package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.InstantType;
import vn.tiepdon.server.facility.Facility;

/** Times as FHIR writes them: with the offset of the hospital's zone, never of the machine's; days without an hour. */
final class Times {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private Times() {}

    static DateTimeType time(Instant at, Facility facility) {
        return new DateTimeType(Date.from(at), TemporalPrecisionEnum.SECOND, zone(facility));
    }

    static InstantType instant(Instant at, Facility facility) {
        return new InstantType(Date.from(at), TemporalPrecisionEnum.MILLI, zone(facility));
    }

    static TimeZone zone(Facility facility) {
        return TimeZone.getTimeZone(facility.zone());
    }

    static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    /** @param iso a day, a month or a year */
    static DateType date(String iso) {
        return new DateType(iso);
    }

    static Instant beginning(LocalDate day, Facility facility) {
        return day.atStartOfDay(facility.zone()).toInstant();
    }

    static boolean withHour(DateTimeType told) {
        return told.getValueAsString() != null && told.getValueAsString().length() > DAY;
    }

    /** The instant that was told, or the beginning of the day, month or year in the hospital's zone. */
    static Optional<Instant> read(DateTimeType told, Facility facility) {
        String text = told.getValueAsString();
        if (text == null) {
            return Optional.empty();
        }
        return withHour(told)
                ? Optional.of(told.getValue().toInstant())
                : day(text).map(it -> beginning(it, facility));
    }

    /** The day on which that is in the hospital. */
    static Optional<LocalDate> day(DateTimeType told, Facility facility) {
        return read(told, facility).map(it -> it.atZone(facility.zone()).toLocalDate());
    }

    /** The first day of what is told; empty when it is no date. */
    static Optional<LocalDate> day(String iso) {
        try {
            return switch (iso.length()) {
                case YEAR -> Optional.of(Year.parse(iso).atDay(1));
                case MONTH -> Optional.of(YearMonth.parse(iso).atDay(1));
                case DAY -> Optional.of(LocalDate.parse(iso));
                default -> Optional.empty();
            };
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
