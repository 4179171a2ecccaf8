package vn.tiepdon.kiosk.ui;

import java.util.Arrays;
import javafx.scene.text.Text;

/**
 * How large a text may be in a box. Its words are measured once, at one size, and scaled: laying the text out again for
 * each size would take longer than everything else on a screen, and would fill the glyph cache with sizes never shown.
 */
final class Measure {

    private static final double REFERENCE = 64;
    private static final double STEP = 4;
    /** A line that is not broken reads better: worth letters that are up to a fifth smaller. */
    private static final double UNBROKEN = 0.8;
    /** Whole pixels and kerning at other sizes. */
    private static final double CARE = 1.015;

    private static final Text PROBE = new Text();

    private final double[][] lines;
    private final double space;
    private final double lineHeight;

    Measure(String text, Fonts weight) {
        PROBE.setFont(weight.size(REFERENCE));
        lines = Arrays.stream(text.split("\n"))
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Measure::width)
                        .toArray())
                .toArray(double[][]::new);
        space = width(" ");
        lineHeight = PROBE.getLayoutBounds().getHeight() / REFERENCE;
        PROBE.setText("");
    }

    /** @return the largest size that fits, or the smallest allowed when none does */
    double size(double largest, double smallest, double width, double height) {
        for (double size = largest; size >= Math.max(smallest, largest * UNBROKEN); size -= STEP) {
            if (rows(size, width) == lines.length && fits(size, width, height)) {
                return size;
            }
        }
        for (double size = largest; size > smallest; size -= STEP) {
            if (fits(size, width, height)) {
                return size;
            }
        }
        return smallest;
    }

    private boolean fits(double size, double width, double height) {
        double longest =
                Arrays.stream(lines).flatMapToDouble(Arrays::stream).max().orElse(0);
        return longest * size * CARE <= width && rows(size, width) * lineHeight * size <= height;
    }

    private int rows(double size, double width) {
        int rows = 0;
        for (double[] words : lines) {
            double used = 0;
            rows++;
            for (double word : words) {
                double next = used == 0 ? word : used + space + word;
                if (used > 0 && next * size * CARE > width) {
                    rows++;
                    next = word;
                }
                used = next;
            }
        }
        return rows;
    }

    /** In font sizes. */
    private static double width(String word) {
        PROBE.setText(word);
        return PROBE.getLayoutBounds().getWidth() / REFERENCE;
    }
}
