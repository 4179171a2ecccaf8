package vn.tiepdon.server.synthetic;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Draws from a list by weight. */
final class Weighted<T> {

    private final List<T> values;
    private final int[] upTo;

    Weighted(List<T> values, ToIntFunction<T> weight) {
        this.values = values;
        this.upTo = new int[values.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight.applyAsInt(values.get(i));
            upTo[i] = sum;
        }
    }

    T draw(RandomGenerator random) {
        int at = random.nextInt(upTo[upTo.length - 1]);
        int i = 0;
        while (upTo[i] <= at) {
            i++;
        }
        return values.get(i);
    }
}
