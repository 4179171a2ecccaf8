package vn.tiepdon.server.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Figures as tables, beside those of the period before. */
@Component
class Sheets {

    private final MessageSource texts;

    Sheets(MessageSource texts) {
        this.texts = texts;
    }

    List<Sheet> of(Figures now, Figures before, Locale locale) {
        return List.of(
                overview(now, before, locale),
                clinics(now, before, locale),
                stays(now, before, locale),
                hours(now, before, locale));
    }

    private Sheet overview(Figures now, Figures before, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            rows.add(row(text("report.measure." + measure, locale), measure.of(now), measure.of(before)));
        }
        return sheet("overview", locale, rows, "measure", "now", "before");
    }

    private Sheet clinics(Figures now, Figures before, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        Stream.concat(now.clinics().stream(), Stream.of(now.whole())).forEach(it -> {
            ClinicFigures then = it == now.whole()
                    ? before.whole()
                    : before.clinics().stream()
                            .filter(one -> one.name().equals(it.name()))
                            .findFirst()
                            .orElse(null);
            rows.add(row(
                    it.name().in(locale),
                    it.counts().given(),
                    it.counts().seen(),
                    it.counts().cancelled(),
                    percent(it.counts().missedShare()),
                    percent(it.counts().kioskShare()),
                    it.waits().median(),
                    it.waits().nineOfTen(),
                    then == null ? null : then.counts().given(),
                    then == null ? null : then.waits().median(),
                    then == null ? null : then.waits().nineOfTen()));
        });
        return sheet(
                "clinics",
                locale,
                rows,
                "clinic",
                "given",
                "seen",
                "cancelled",
                "missed",
                "kiosk",
                "median",
                "nine",
                "given.before",
                "median.before",
                "nine.before");
    }

    private Sheet stays(Figures now, Figures before, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        for (Stay stay : now.stays()) {
            rows.add(row(
                    text("report.stay." + stay.techniques(), locale),
                    stay.minutes().size(),
                    stay.minutes().median(),
                    stay.minutes().nineOfTen(),
                    stay.target(),
                    percent(stay.within()),
                    percent(before.stays().get(stay.techniques()).within())));
        }
        return sheet("stays", locale, rows, "way", "finished", "median", "nine", "target", "within", "within.before");
    }

    private Sheet hours(Figures now, Figures before, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        for (int hour = 0; hour < now.hours().size(); hour++) {
            if (now.hours().get(hour) + before.hours().get(hour) > 0) {
                rows.add(row(
                        "%02d:00".formatted(hour),
                        now.hours().get(hour),
                        before.hours().get(hour)));
            }
        }
        return sheet("hours", locale, rows, "hour", "now", "before");
    }

    private Sheet sheet(String id, Locale locale, List<List<Object>> rows, String... heads) {
        return new Sheet(
                id,
                text("report." + id, locale),
                Stream.of(heads).map(it -> text("report.head." + it, locale)).toList(),
                rows);
    }

    /** May hold nulls. */
    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    static Double percent(Integer tenths) {
        return tenths == null ? null : tenths / 10.0;
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }

    /** What the overview counts. */
    private enum Measure {
        GIVEN(it -> it.whole().counts().given()),
        SEEN(it -> it.whole().counts().seen()),
        MISSED(it -> it.whole().counts().missed()),
        MISSED_SHARE(it -> percent(it.whole().counts().missedShare())),
        CANCELLED(it -> it.whole().counts().cancelled()),
        OPEN(it -> it.whole().counts().open()),
        KIOSK_SHARE(it -> percent(it.whole().counts().kioskShare())),
        DOOR_MEDIAN(it -> it.door().median()),
        DOOR_NINE(it -> it.door().nineOfTen()),
        ROOM_MEDIAN(it -> it.toRoom().median()),
        ROOM_NINE(it -> it.toRoom().nineOfTen()),
        WAIT_MEDIAN(it -> it.whole().waits().median()),
        WAIT_NINE(it -> it.whole().waits().nineOfTen());

        private final Function<Figures, Object> value;

        Measure(Function<Figures, Object> value) {
            this.value = value;
        }

        Object of(Figures figures) {
            return value.apply(figures);
        }
    }
}
