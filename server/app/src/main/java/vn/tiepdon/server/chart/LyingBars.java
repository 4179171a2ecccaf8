package vn.tiepdon.server.chart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@link BarChart} on its side, for labels that are names. */
public final class LyingBars {

    private static final int WIDTH = 640;
    private static final int LEFT = 220;
    private static final int RIGHT = 44;
    private static final int TOP = 8;
    private static final int BAR = 13;
    private static final int GAP = 10;
    private static final int LONGEST_LABEL = 30;

    private LyingBars() {}

    /**
     * @param id unique in the page
     * @param description what the drawing says, for whoever does not see it
     * @param unit behind each value
     */
    public static String draw(
            String id, String title, String description, String unit, List<String> labels, List<Bars> kinds) {
        int row = BAR * kinds.size() + GAP;
        int most = kinds.stream()
                .flatMap(it -> it.values().stream())
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(0);
        double scale = (double) (WIDTH - LEFT - RIGHT) / Math.max(most, 1);
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-text\">",
                WIDTH,
                2 * TOP + row * labels.size(),
                id,
                id);
        add(svg, "<title id=\"%s-title\">%s</title>", id, Letters.escaped(title));
        add(svg, "<desc id=\"%s-text\">%s</desc>", id, Letters.escaped(description));
        for (int i = 0; i < labels.size(); i++) {
            int top = TOP + i * row;
            add(
                    svg,
                    "<text class=\"chart-name\" x=\"%d\" y=\"%d\">%s</text>",
                    LEFT - 8,
                    top + row / 2,
                    Letters.escaped(shortened(labels.get(i))));
            for (int kind = 0; kind < kinds.size(); kind++) {
                Integer value = kinds.get(kind).values().get(i);
                if (value != null) {
                    int y = top + kind * BAR;
                    add(
                            svg,
                            "<rect class=\"chart-bar chart-bar-%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                            kind + 1,
                            LEFT,
                            y,
                            value * scale,
                            BAR - 2);
                    add(
                            svg,
                            "<text class=\"chart-figure\" x=\"%.1f\" y=\"%d\">%d %s</text>",
                            LEFT + value * scale + 4,
                            y + BAR - 3,
                            value,
                            Letters.escaped(unit));
                }
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static void add(StringBuilder svg, String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
