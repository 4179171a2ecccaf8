package vn.tiepdon.server.facility;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Time of an invented hospital: it stands still until the server is ready, and then runs as fast as it was told. */
final class InventedClock extends Clock {

    private final Instant starts;
    private final int speed;
    private final LongSupplier nanos;
    private volatile Long began;

    /** @param nanos real time, from any origin */
    InventedClock(Instant starts, int speed, LongSupplier nanos) {
        this.starts = starts;
        this.speed = speed;
        this.nanos = nanos;
    }

    @EventListener(ApplicationReadyEvent.class)
    void run() {
        began = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        Long since = began;
        return since == null
                ? starts
                : starts.plus(Duration.ofNanos(nanos.getAsLong() - since).multipliedBy(speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Nobody asks a clock for the hour of the day: that is the hospital's. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the zone is the hospital's");
    }
}
