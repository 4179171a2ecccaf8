package vn.tiepdon.server.queue.forecast;

import java.util.List;

/** Averages in which what was known before counts like some steps more. */
final class Steps {

    private Steps() {}

    static double mean(List<Double> steps, double known, double weight) {
        double sum = steps.stream().mapToDouble(it -> it).sum();
        return (weight * known + sum) / (weight + steps.size());
    }

    /** Standard deviation over mean. */
    static double spread(List<Double> steps, double mean, double known, double weight) {
        double squares = steps.stream()
                .mapToDouble(it -> (it / mean - 1) * (it / mean - 1))
                .sum();
        return Math.sqrt((weight * known * known + squares) / (weight + steps.size()));
    }
}
