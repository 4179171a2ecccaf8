package vn.tiepdon.kiosk.station;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The words of a report in one language. Page and terminal share them, and count days alike. */
public final class StationWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final long DAYS_UNTIL_OLD = 180;
    private static final long DAYS_NAMED = 90;
    private static final long DAYS_OF_MONTH = 30;

    private final ResourceBundle texts;
    private final Locale locale;

    /** @param language {@code vi} or {@code en} */
    public StationWords(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.texts = ResourceBundle.getBundle(
                "vn.tiepdon.kiosk.station.station",
                locale,
                StationWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    public String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** Those that the page needs by themselves. */
    public Map<String, String> plain() {
        Map<String, String> words = new TreeMap<>();
        texts.keySet().stream()
                .filter(key -> !texts.getString(key).contains("{"))
                .forEach(key -> words.put(key, say(key)));
        return words;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** @param iso as far as the date is known: {@code 1950-03} becomes 03/1950 */
    static String birth(String iso) {
        String[] parts = iso.split("-");
        StringBuilder text = new StringBuilder();
        for (int i = parts.length - 1; i >= 0; i--) {
            text.append(parts[i]).append(i == 0 ? "" : "/");
        }
        return text.toString();
    }

    String age(long days) {
        if (days < 0) {
            return say("age.ahead");
        } else if (days == 0) {
            return say("age.today");
        }
        return days <= DAYS_NAMED
                ? say("age.days", String.valueOf(days))
                : say("age.months", String.valueOf(days / DAYS_OF_MONTH));
    }

    String asOf(LocalDate day, long ageDays) {
        String said = say("asOf", day(day), age(ageDays));
        return ageDays > DAYS_UNTIL_OLD ? said + " – " + say("old") : said;
    }

    String left(CardReport.Drug drug) {
        if (drug.daysLeft() > drug.days()) {
            return say("left.later", day(drug.from()));
        } else if (drug.daysLeft() == 1) {
            return say("left.last");
        }
        return drug.daysLeft() > 0
                ? say("left", String.valueOf(drug.daysLeft()))
                : say("left.over", String.valueOf(1 - drug.daysLeft()));
    }
}
