package vn.tiepdon.simulator.card;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.tiepdon.card.reader.ReaderEvent;
import vn.tiepdon.card.reader.ReaderListener;

/** Waits for the events of a monitor, each within a bound. */
public final class EventLog implements ReaderListener {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<ReaderEvent> events = new LinkedBlockingQueue<>();

    @Override
    public void on(ReaderEvent event) {
        events.add(event);
    }

    /** The next event of this type; others before it are dropped. */
    public <E extends ReaderEvent> E next(Class<E> type) throws InterruptedException {
        return next(type, PATIENCE);
    }

    public <E extends ReaderEvent> E next(Class<E> type, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            ReaderEvent event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError("no " + type.getSimpleName() + " within " + atMost);
            }
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }
}
