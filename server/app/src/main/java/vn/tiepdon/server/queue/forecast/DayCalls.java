package vn.tiepdon.server.queue.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The calls of a queue on one day, and what they say about it.
 *
 * @param calls in their order
 */
record DayCalls(List<Called> calls) {

    static final DayCalls NONE = new DayCalls(List.of());

    /** Minutes; a longer step is a break of the room, not its pace. */
    static final double LONGEST = 45;

    /** Who has waited so long, minutes, knows that nobody was called meanwhile. */
    private static final double WAITED = 10;

    DayCalls {
        calls = calls.stream().sorted(Comparator.comparing(Called::at)).toList();
    }

    /** A time in which no room of the queue called anybody, though somebody waited; minutes since midnight. */
    record Break(double from, double to) {}

    /** Minutes from one call of a room to its next. It says how long a patient takes only when somebody waited already. */
    List<Double> steps() {
        double[] waiting = waiting();
        Map<Integer, Double> before = new HashMap<>();
        List<Double> steps = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Called call = calls.get(i);
            Double last = call.room() == 0 ? null : before.put(call.room(), call.at());
            if (last != null && waiting[i] <= last && call.at() - last <= LONGEST) {
                steps.add(call.at() - last);
            }
        }
        return steps;
    }

    /** Of each call, since when the one of those called then or later had waited who had waited longest. */
    private double[] waiting() {
        double[] waiting = new double[calls.size()];
        double longest = Double.MAX_VALUE;
        for (int i = calls.size() - 1; i >= 0; i--) {
            longest = Math.min(longest, calls.get(i).queued());
            waiting[i] = longest;
        }
        return waiting;
    }

    /**
     * Since when those had waited who were called before somebody that had waited longer.
     *
     * @param longest since when somebody waits who has not been called yet
     */
    List<Double> passers(double longest) {
        List<Double> passers = new ArrayList<>();
        double behind = longest;
        for (int i = calls.size() - 1; i >= 0; i--) {
            double queued = calls.get(i).queued();
            if (queued > behind) {
                passers.add(queued);
            }
            behind = Math.min(behind, queued);
        }
        Collections.sort(passers);
        return passers;
    }

    /** When a room called from a time on. */
    OptionalDouble next(int room, double from) {
        return calls.stream()
                .filter(it -> it.room() == room && it.at() >= from)
                .mapToDouble(Called::at)
                .findFirst();
    }

    /** When a room called last. */
    OptionalDouble last(int room) {
        return calls.stream()
                .filter(it -> it.room() == room)
                .mapToDouble(Called::at)
                .max();
    }

    List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        for (int i = 1; i < calls.size(); i++) {
            double from = calls.get(i - 1).at();
            Called next = calls.get(i);
            if (next.at() - from > LONGEST && next.queued() < next.at() - WAITED) {
                breaks.add(new Break(from, next.at()));
            }
        }
        return breaks;
    }
}
