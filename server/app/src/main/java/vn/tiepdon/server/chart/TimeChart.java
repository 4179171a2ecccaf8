package vn.tiepdon.server.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.tiepdon.server.language.Decimals;

/**
 * Draws values over time as SVG without style or script of its own; how it looks is said by the page's style for the
 * classes {@code chart-…}. All texts in it are escaped.
 */
public final class TimeChart {

    private static final int WIDTH = 430;
    private static final int HEIGHT = 210;
    private static final int LEFT = 40;
    private static final int RIGHT = 12;
    private static final int TOP = 22;
    private static final int BOTTOM = 26;
    private static final int MARK = 4;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final String id;
    private final String title;
    private final String description;
    private final String unit;
    private final List<Band> bands;
    private final Locale locale;
    private final List<Series> series;
    private final Scale values;
    private final Months days;
    private final StringBuilder svg = new StringBuilder();

    private TimeChart(
            String id,
            String title,
            String description,
            String unit,
            List<Band> bands,
            List<Series> series,
            Locale locale) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.unit = unit;
        this.bands = bands;
        this.locale = locale;
        this.series = series.stream().filter(it -> !it.points().isEmpty()).toList();
        this.values = Scale.around(
                heights().min(Double::compare).orElseThrow(),
                heights().max(Double::compare).orElseThrow());
        this.days = Months.around(
                days().min(LocalDate::compareTo).orElseThrow(),
                days().max(LocalDate::compareTo).orElseThrow());
    }

    /**
     * @param id unique in the page
     * @param description what the drawing says, for whoever does not see it
     * @param series at least one value among them
     */
    public static String draw(
            String id,
            String title,
            String description,
            String unit,
            List<Band> bands,
            List<Series> series,
            Locale locale) {
        return new TimeChart(id, title, description, unit, bands, series, locale).draw();
    }

    private Stream<Double> heights() {
        return Stream.concat(
                bands.stream().flatMap(it -> Stream.of(it.from(), it.to())),
                series.stream().flatMap(it -> it.points().stream()).map(it -> it.value()
                        .doubleValue()));
    }

    private Stream<LocalDate> days() {
        return series.stream().flatMap(it -> it.points().stream()).map(Point::day);
    }

    private String draw() {
        add(
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-text\">",
                WIDTH, HEIGHT, id, id);
        add("<title id=\"%s-title\">%s</title>", id, Letters.escaped(title));
        add("<desc id=\"%s-text\">%s</desc>", id, Letters.escaped(description));
        for (Band band : bands) {
            add(
                    "<rect class=\"chart-band\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>",
                    LEFT, y(band.to()), WIDTH - LEFT - RIGHT, y(band.from()) - y(band.to()));
        }
        axes();
        bands.stream().flatMap(it -> it.drawn().stream()).forEach(this::end);
        series.forEach(this::line);
        return svg.append("</svg>").toString();
    }

    private void axes() {
        for (double mark : values.marks()) {
            add(
                    "<line class=\"chart-grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                    LEFT, y(mark), WIDTH - RIGHT, y(mark));
            add("<text class=\"chart-value\" x=\"%d\" y=\"%.1f\">%s</text>", LEFT - 6, y(mark) + 4, number(mark));
        }
        add("<text class=\"chart-unit\" x=\"%d\" y=\"%d\">%s</text>", 2, TOP - 10, Letters.escaped(unit));
        for (LocalDate mark : days.marks()) {
            double x = x(mark);
            add(
                    "<line class=\"chart-grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                    x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 4);
            if (x <= WIDTH - RIGHT - MARK) {
                add("<text class=\"chart-month\" x=\"%.1f\" y=\"%d\">%s</text>", x, HEIGHT - 6, MONTH.format(mark));
            }
        }
    }

    private void end(double value) {
        add(
                "<line class=\"chart-end\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                LEFT, y(value), WIDTH - RIGHT, y(value));
    }

    private void line(Series one) {
        String kind = one.mark().name().toLowerCase(Locale.ROOT);
        StringBuilder way = new StringBuilder();
        one.points().forEach(point -> way.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.day()), y(point))));
        add(
                "<polyline class=\"chart-line chart-%s\" points=\"%s\"/>",
                kind, way.toString().strip());
        for (Point point : one.points()) {
            String told = "%s: %s, %s"
                    .formatted(one.name(), Decimals.written(point.value(), locale), DAY.format(point.day()));
            switch (one.mark()) {
                case CIRCLE ->
                    add(
                            "<circle class=\"chart-mark chart-%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"><title>%s</title></circle>",
                            kind, x(point.day()), y(point), MARK, Letters.escaped(told));
                case SQUARE ->
                    add(
                            "<rect class=\"chart-mark chart-%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\"><title>%s</title></rect>",
                            kind, x(point.day()) - MARK, y(point) - MARK, 2 * MARK, 2 * MARK, Letters.escaped(told));
            }
        }
    }

    private double x(LocalDate day) {
        return LEFT + days.share(day) * (WIDTH - LEFT - RIGHT);
    }

    private double y(Point point) {
        return y(point.value().doubleValue());
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - values.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private String number(double mark) {
        return values.step() >= 1
                ? String.valueOf(Math.round(mark))
                : Decimals.written(String.format(Locale.ROOT, "%.1f", mark), locale);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
