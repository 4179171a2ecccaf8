package vn.tiepdon.server.database;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that does its rounds, with a rest after each, until the server stops. It is never interrupted, because H2
 * closes its file when a thread that uses it is: a stop asks it to end and leaves it some seconds for the round at hand.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(8);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Duration rest;
    private boolean nudged;
    private volatile boolean running;
    private Thread thread;

    /**
     * @param name of the thread
     * @param rest between two rounds
     */
    protected BackgroundWork(String name, Duration rest) {
        this.name = name;
        this.rest = rest;
    }

    /** Does what there is to do, and looks in between whether it is {@link #isRunning} still. What fails is tried again. */
    protected abstract void round() throws IOException;

    /** There may be something to do: the rest is over, or the next one falls out. */
    public final synchronized void nudge() {
        nudged = true;
        notifyAll();
    }

    /** Waits within a round; not at all once the server stops. */
    protected final synchronized void pause(Duration atMost) {
        try {
            if (running) {
                wait(atMost.toMillis() + 1);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final synchronized void start() {
        running = true;
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the round at hand is over, or after some seconds. */
    @Override
    public void stop() {
        running = false;
        nudge();
        awaitEnd(thread);
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** For a further thread that the work has begun. */
    protected static void awaitEnd(Thread ending) {
        try {
            if (ending != null) {
                ending.join(STOPS_WITHIN.toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (running) {
            try {
                round();
            } catch (RuntimeException | IOException failure) {
                log.warn("{} pauses: {}", name, failure.getClass().getName());
            }
            rest();
        }
    }

    private synchronized void rest() {
        if (!nudged) {
            pause(rest);
        }
        nudged = false;
    }
}
