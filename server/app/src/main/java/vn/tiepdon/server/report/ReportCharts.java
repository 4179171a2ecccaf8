package vn.tiepdon.server.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.chart.BarChart;
import vn.tiepdon.server.chart.Bars;
import vn.tiepdon.server.chart.LyingBars;

/** The drawings of a report; each says what the table beside it says. */
@Component
class ReportCharts {

    private static final int FIRST = 6;
    private static final int LAST = 17;

    private final MessageSource texts;

    ReportCharts(MessageSource texts) {
        this.texts = texts;
    }

    /** Of the usual hours, and of others in which somebody came. */
    String hours(Figures now, Figures before, Locale locale) {
        List<Integer> shown = IntStream.range(0, now.hours().size())
                .filter(hour -> hour >= FIRST && hour <= LAST
                        || now.hours().get(hour) + before.hours().get(hour) > 0)
                .boxed()
                .toList();
        Function<Figures, List<Integer>> values = figures ->
                shown.stream().map(hour -> figures.hours().get(hour).intValue()).toList();
        return BarChart.draw(
                "hours",
                text("report.hours", locale),
                text("report.hours.says", locale),
                text("report.people", locale),
                shown.stream().map(hour -> "%d".formatted(hour)).toList(),
                List.of(
                        new Bars(text("report.head.now", locale), values.apply(now)),
                        new Bars(text("report.head.before", locale), values.apply(before))));
    }

    /** Of the places where somebody waited. */
    String waits(Figures now, Locale locale) {
        List<ClinicFigures> waited =
                now.clinics().stream().filter(it -> it.waits().size() > 0).toList();
        return LyingBars.draw(
                "waits",
                text("report.waits", locale),
                text("report.waits.says", locale),
                text("report.minutes", locale),
                waited.stream().map(it -> it.name().in(locale)).toList(),
                List.of(
                        new Bars(
                                text("report.head.median", locale),
                                waited.stream().map(it -> it.waits().median()).toList()),
                        new Bars(
                                text("report.head.nine", locale),
                                waited.stream()
                                        .map(it -> it.waits().nineOfTen())
                                        .toList())));
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
