package vn.tiepdon.server.chart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Draws counts side by side as SVG, as {@link TimeChart} draws values over time: two kinds at most, of which the second is
 * hollow, so that nobody needs colour.
 */
public final class BarChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 230;
    private static final int LEFT = 44;
    private static final int RIGHT = 8;
    private static final int TOP = 22;
    private static final int BOTTOM = 26;
    private static final double FILLED = 0.8;

    private final List<String> labels;
    private final List<Bars> kinds;
    private final Scale values;
    private final StringBuilder svg = new StringBuilder();

    private BarChart(List<String> labels, List<Bars> kinds) {
        this.labels = labels;
        this.kinds = kinds;
        int most = kinds.stream()
                .flatMap(it -> it.values().stream())
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(0);
        this.values = Scale.around(0, Math.max(most, 5));
    }

    /**
     * @param id unique in the page
     * @param description what the drawing says, for whoever does not see it
     * @param labels below the bars
     */
    public static String draw(
            String id, String title, String description, String unit, List<String> labels, List<Bars> kinds) {
        return new BarChart(labels, kinds).draw(id, title, description, unit);
    }

    private String draw(String id, String title, String description, String unit) {
        add(
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-text\">",
                WIDTH, HEIGHT, id, id);
        add("<title id=\"%s-title\">%s</title>", id, Letters.escaped(title));
        add("<desc id=\"%s-text\">%s</desc>", id, Letters.escaped(description));
        for (double mark : values.marks()) {
            add(
                    "<line class=\"chart-grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                    LEFT, y(mark), WIDTH - RIGHT, y(mark));
            add("<text class=\"chart-value\" x=\"%d\" y=\"%.1f\">%d</text>", LEFT - 6, y(mark) + 4, Math.round(mark));
        }
        add("<text class=\"chart-unit\" x=\"2\" y=\"%d\">%s</text>", TOP - 10, Letters.escaped(unit));
        double slot = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, labels.size());
        for (int i = 0; i < labels.size(); i++) {
            add(
                    "<text class=\"chart-month\" x=\"%.1f\" y=\"%d\">%s</text>",
                    LEFT + (i + 0.5) * slot, HEIGHT - 8, Letters.escaped(labels.get(i)));
            for (int kind = 0; kind < kinds.size(); kind++) {
                bar(i, kind, slot);
            }
        }
        return svg.append("</svg>").toString();
    }

    private void bar(int at, int kind, double slot) {
        Bars bars = kinds.get(kind);
        Integer value = bars.values().get(at);
        if (value == null) {
            return;
        }
        double width = slot * FILLED / kinds.size();
        double x = LEFT + at * slot + slot * (1 - FILLED) / 2 + kind * width;
        String told = "%s, %s: %d".formatted(labels.get(at), bars.name(), value);
        add(
                "<rect class=\"chart-bar chart-bar-%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                        + "<title>%s</title></rect>",
                kind + 1, x, y(value), width, y(0) - y(value), Letters.escaped(told));
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - values.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
