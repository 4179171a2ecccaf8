package vn.tiepdon.server.queue;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How somebody came to a number; for figures, and of no weight.
 *
 * @param place empty when nobody knows
 * @param seconds from the first touch to the wish for a number, at most an hour
 */
public record Entry(Optional<Place> place, OptionalInt seconds) {

    private static final int LONGEST = 3_600;

    /** @param seconds null when nobody measured; what cannot be is as if nobody had */
    public static Entry at(Place place, Integer seconds) {
        boolean measured = seconds != null && seconds >= 0 && seconds <= LONGEST;
        return new Entry(Optional.of(place), measured ? OptionalInt.of(seconds) : OptionalInt.empty());
    }

    /** Where numbers are taken. */
    public enum Place {
        KIOSK,
        DESK
    }
}
