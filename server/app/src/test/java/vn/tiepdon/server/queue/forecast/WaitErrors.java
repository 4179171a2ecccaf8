package vn.tiepdon.server.queue.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What people were told, against how long they waited. */
final class WaitErrors {

    private record One(double told, double waited, Estimate range) {

        double error() {
            return Math.abs(told - waited);
        }
    }

    private final List<One> all = new ArrayList<>();

    void add(Estimate range, double told, double waited) {
        all.add(new One(told, waited, range));
    }

    int people() {
        return all.size();
    }

    /** Minutes. */
    double waited() {
        return all.stream().mapToDouble(One::waited).average().orElse(0);
    }

    /** Minutes. */
    double error() {
        return all.stream().mapToDouble(One::error).average().orElse(0);
    }

    /** Share of those who waited no shorter and no longer than they were told. */
    double inside() {
        return share(it ->
                it.waited() >= it.range().from() && it.waited() <= it.range().to());
    }

    private double share(Predicate<One> what) {
        return all.stream().filter(what).count() / (double) all.size();
    }

    @Override
    public String toString() {
        double[] shares = all.stream()
                .filter(it -> it.waited() >= 10)
                .mapToDouble(it -> it.error() / it.waited())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%d people, mean wait %.1f min, mean absolute error %.1f min, median error of one's own wait %.1f %%,"
                        + " in the range %.1f %%, later %.1f %%, range %.1f min wide",
                people(),
                waited(),
                error(),
                100 * shares[shares.length / 2],
                100 * inside(),
                100 * share(it -> it.waited() > it.range().to()),
                all.stream()
                        .mapToDouble(it -> it.range().to() - it.range().from())
                        .average()
                        .orElse(0));
    }
}
