package vn.tiepdon.server.chart;

import java.util.List;

/**
 * Values of one kind, a bar for each label of the drawing.
 *
 * @param values not negative; null where there is none
 */
public record Bars(String name, List<Integer> values) {}
