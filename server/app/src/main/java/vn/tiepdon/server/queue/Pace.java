package vn.tiepdon.server.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a queue calls: minutes from one call to the next while somebody waits, by all its rooms together.
 *
 * @param mean minutes
 * @param spread standard deviation, minutes
 * @param overtaking share of calls that pass somebody by who has waited longer
 * @param seen so many steps stand behind it
 */
record Pace(double mean, double spread, double overtaking, int seen) {

    /** The latest steps of a day: rooms open and close, doctors change. */
    static final int LATEST = 20;

    /** A longer one is a break of the house, not of the pace. */
    private static final double LONGEST = 45;

    /** More than that is a moment, not a morning. */
    private static final double MOST_OVERTAKING = 0.5;

    /** A queue's pace changes by so much while somebody waits: rooms open, doctors are called away. */
    private static final double CHANGE = 0.2;

    /** What was known before counts like so many steps. */
    private static final double KNOWN = 4;

    /** Of a queue that never called: steps spread as widely as waiting does that has no memory. */
    static Pace assumed(double minutes) {
        return new Pace(minutes, minutes, 0, 0);
    }

    /** What is known before anybody was called today, and the calls since then in their order. */
    Pace with(List<CallTime> calls) {
        List<Double> steps = steps(calls);
        int n = steps.size();
        if (n == 0) {
            return this;
        }
        double now = (KNOWN * mean + steps.stream().mapToDouble(it -> it).sum()) / (KNOWN + n);
        double squares =
                steps.stream().mapToDouble(it -> (it - now) * (it - now)).sum();
        double variance = (KNOWN * spread * spread + squares) / (KNOWN + n);
        return new Pace(now, Math.sqrt(variance), overtaking(calls), seen + n);
    }

    /** The same as what is known on another day. */
    Pace before() {
        return new Pace(mean, spread, overtaking, 0);
    }

    /** Of those who were called later some had waited longer. */
    private double overtaking(List<CallTime> calls) {
        List<CallTime> latest = calls.subList(Math.max(0, calls.size() - LATEST), calls.size());
        Instant longest = Instant.MAX;
        int passing = 0;
        for (int i = latest.size() - 1; i >= 0; i--) {
            Instant queued = latest.get(i).queuedAt();
            passing += queued.isAfter(longest) ? 1 : 0;
            longest = queued.isBefore(longest) ? queued : longest;
        }
        return (KNOWN * overtaking + passing) / (KNOWN + latest.size());
    }

    /** Only when the one who was called waited already at the call before does the time between say how fast it goes. */
    private static List<Double> steps(List<CallTime> calls) {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < calls.size(); i++) {
            Instant before = calls.get(i - 1).calledAt();
            double minutes = Duration.between(before, calls.get(i).calledAt()).toMillis() / 60_000.0;
            if (!calls.get(i).queuedAt().isAfter(before) && minutes <= LONGEST) {
                steps.add(minutes);
            }
        }
        return steps.subList(Math.max(0, steps.size() - LATEST), steps.size());
    }

    /** @param before so many who wait now are called before */
    Estimate estimate(int before) {
        double calls = calls(before);
        double chance = spread * spread * calls + mean * mean / 12;
        double doubt = spread * spread / (KNOWN + seen) * calls * calls;
        double change = CHANGE * expected(before);
        return Estimate.around(expected(before), FOUR_OF_FIVE * Math.sqrt(chance + doubt + change * change));
    }

    /** Minutes. */
    double expected(int before) {
        return mean * (calls(before) + 0.5);
    }

    /** Others will still come and go first. */
    private double calls(int before) {
        return before / (1 - Math.min(overtaking, MOST_OVERTAKING));
    }

    /** The normal distribution's quantile of 90 %: a tenth lies above, a tenth below. */
    private static final double FOUR_OF_FIVE = 1.2816;
}
