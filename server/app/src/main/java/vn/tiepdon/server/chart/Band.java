package vn.tiepdon.server.chart;

/** Where values ought to lie; shaded. */
public record Band(double from, double to) {}
