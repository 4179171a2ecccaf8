package vn.tiepdon.kiosk.client;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The server's time as the kiosk knows it. Runs on the monotonic clock, so that a wall clock that is wrong, or is set
 * right in the middle of the morning, does no harm.
 */
public final class ServerClock {

    private record Reading(Instant at, long nanos) {}

    private final LongSupplier nanoTime;
    private volatile Reading last;

    ServerClock() {
        this(System::nanoTime);
    }

    ServerClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = new Reading(Instant.now(), nanoTime.getAsLong());
    }

    /**
     * @param told what the server's clock said
     * @param roundTrip how long the whole question took; the clock was read about half-way
     */
    void set(Instant told, Duration roundTrip) {
        last = new Reading(told.plus(roundTrip.dividedBy(2)), nanoTime.getAsLong());
    }

    /** The server's time now; this machine's own until the server was heard once. */
    public Instant now() {
        Reading reading = last;
        return reading.at().plusNanos(nanoTime.getAsLong() - reading.nanos());
    }
}
