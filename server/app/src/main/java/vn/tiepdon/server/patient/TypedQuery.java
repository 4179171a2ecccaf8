package vn.tiepdon.server.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What reception types into one box to find somebody: words of a name, and perhaps a birth date or year. */
public record TypedQuery(String words, Optional<BirthDate> born) {

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Pattern YEAR = Pattern.compile("1[89][0-9]{2}|20[0-9]{2}");

    public static TypedQuery of(String typed) {
        List<String> words = new ArrayList<>();
        Optional<BirthDate> born = Optional.empty();
        for (String part : typed.strip().split("[\\s\\p{Z},;]+")) {
            Optional<BirthDate> date = born.isPresent() ? Optional.empty() : date(part);
            if (date.isPresent()) {
                born = date;
            } else {
                words.add(part);
            }
        }
        return new TypedQuery(String.join(" ", words), born);
    }

    /** As people here write it, day first; perhaps only a month or a year. */
    public static Optional<BirthDate> date(String part) {
        Matcher day = DAY.matcher(part);
        if (day.matches()) {
            return BirthDate.parse(day.group(3) + "-" + two(day.group(2)) + "-" + two(day.group(1)));
        }
        Matcher month = MONTH.matcher(part);
        if (month.matches()) {
            return BirthDate.parse(month.group(2) + "-" + two(month.group(1)));
        }
        return YEAR.matcher(part).matches() ? BirthDate.parse(part) : Optional.empty();
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    @Override
    public String toString() {
        return "TypedQuery[…]";
    }
}
