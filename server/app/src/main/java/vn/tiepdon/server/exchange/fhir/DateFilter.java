package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * A date parameter (FHIR R4, 3.1.1.4.7): years, months, days and times with {@code eq}, {@code ge}, {@code gt},
 * {@code le} and {@code lt}; days are those of the hospital's zone.
 *
 * @param from inclusive
 * @param to exclusive
 */
record DateFilter(Instant from, Instant to) {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    static DateFilter of(DateRangeParam asked, ZoneId zone) {
        if (asked == null) {
            return new DateFilter(Instant.MIN, Instant.MAX);
        }
        return new DateFilter(lower(asked.getLowerBound(), zone), upper(asked.getUpperBound(), zone));
    }

    boolean includes(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static Instant lower(DateParam bound, ZoneId zone) {
        if (bound == null || bound.isEmpty()) {
            return Instant.MIN;
        }
        return known(bound) == ParamPrefixEnum.GREATERTHAN
                ? span(bound, zone).to()
                : span(bound, zone).from();
    }

    private static Instant upper(DateParam bound, ZoneId zone) {
        if (bound == null || bound.isEmpty()) {
            return Instant.MAX;
        }
        return known(bound) == ParamPrefixEnum.LESSTHAN
                ? span(bound, zone).from()
                : span(bound, zone).to();
    }

    private static ParamPrefixEnum known(DateParam bound) {
        ParamPrefixEnum prefix = bound.getPrefix() == null ? ParamPrefixEnum.EQUAL : bound.getPrefix();
        return switch (prefix) {
            case EQUAL, GREATERTHAN, GREATERTHAN_OR_EQUALS, LESSTHAN, LESSTHAN_OR_EQUALS -> prefix;
            default ->
                throw Outcomes.refused(
                        IssueType.NOTSUPPORTED,
                        "Ngày chỉ dùng với eq, ge, gt, le, lt.",
                        "Of a date's prefixes eq, ge, gt, le and lt are understood.");
        };
    }

    private static DateFilter span(DateParam bound, ZoneId zone) {
        String text = bound.getValueAsString();
        try {
            return switch (text.length()) {
                case YEAR -> {
                    Year year = Year.parse(text);
                    yield days(year.atDay(1), year.plusYears(1).atDay(1), zone);
                }
                case MONTH -> {
                    YearMonth month = YearMonth.parse(text);
                    yield days(month.atDay(1), month.plusMonths(1).atDay(1), zone);
                }
                case DAY -> {
                    LocalDate day = LocalDate.parse(text);
                    yield days(day, day.plusDays(1), zone);
                }
                default -> {
                    Instant at = time(text, zone);
                    yield new DateFilter(at, at.plusSeconds(1));
                }
            };
        } catch (DateTimeException notADate) {
            throw Outcomes.refused(IssueType.VALUE, "Ngày không đúng dạng.", "Not a date.");
        }
    }

    private static Instant time(String text, ZoneId zone) {
        boolean withOffset = text.endsWith("Z") || text.lastIndexOf('+') > DAY || text.lastIndexOf('-') > DAY;
        return withOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private static DateFilter days(LocalDate first, LocalDate behind, ZoneId zone) {
        return new DateFilter(
                first.atStartOfDay(zone).toInstant(), behind.atStartOfDay(zone).toInstant());
    }
}
