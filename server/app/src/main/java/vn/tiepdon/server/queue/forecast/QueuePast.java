package vn.tiepdon.server.queue.forecast;

import java.util.List;

/**
 * What is known of a queue before its day begins.
 *
 * @param minutes that a patient takes in a room, with coming and going
 * @param spread of a single one around it: standard deviation over mean
 * @param days the latest ones before, the latest first; none for a new queue
 */
record QueuePast(double minutes, double spread, List<DayCalls> days) {

    /** Of examinations of which nothing is known. */
    static final double SPREAD = 0.6;

    /** What is assumed counts like so many steps that were seen. */
    private static final double ASSUMED = 8;

    static QueuePast assumed(double minutes) {
        return new QueuePast(minutes, SPREAD, List.of());
    }

    /** @param latest the latest day first */
    QueuePast after(List<DayCalls> latest) {
        List<Double> steps = latest.stream().flatMap(it -> it.steps().stream()).toList();
        double mean = Steps.mean(steps, minutes, ASSUMED);
        return new QueuePast(mean, Steps.spread(steps, mean, spread, ASSUMED), List.copyOf(latest));
    }
}
