package vn.tiepdon.server.chart;

import java.util.List;

/**
 * Where values ought to lie; shaded.
 *
 * @param drawn ends that have a line, because somebody set them
 */
public record Band(double from, double to, List<Double> drawn) {

    public Band(double from, double to) {
        this(from, to, List.of());
    }
}
