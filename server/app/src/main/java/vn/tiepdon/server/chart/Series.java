package vn.tiepdon.server.chart;

import java.util.List;

/**
 * Values of one kind.
 *
 * @param points the earliest first
 * @param mark tells the kinds of one drawing apart without colour
 */
public record Series(String name, Mark mark, List<Point> points) {

    /** How a value is marked. */
    public enum Mark {
        CIRCLE,
        SQUARE
    }

    @Override
    public String toString() {
        return "Series[" + points.size() + "]";
    }
}
