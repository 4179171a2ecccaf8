package vn.tiepdon.server.coverage.gateway;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as the gateway has written them: dd/MM/yyyy, ddMMyyyy or yyyyMMdd. Eight digits are never both, because the years
 * that are believed begin with 19 or 20 and no month does.
 */
final class GatewayDates {

    private static final Pattern SLASHES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");

    private GatewayDates() {}

    /** Empty for what is no such day. */
    static Optional<LocalDate> parse(String text) {
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.matches()) {
            return day(slashes.group(3), slashes.group(2), slashes.group(1));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        Optional<LocalDate> one =
                dayFirst.matches() ? day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : Optional.empty();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        return one.isPresent() || !yearFirst.matches()
                ? one
                : day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
