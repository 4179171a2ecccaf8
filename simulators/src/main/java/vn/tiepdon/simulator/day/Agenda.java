package vn.tiepdon.simulator.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What is to happen when, by the hospital's time; the first thing that goes wrong ends it. */
final class Agenda implements AutoCloseable {

    private static final int THREADS = 12;

    /** A step of the simulation. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private final HouseTime time;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Queue<Duration> late = new ConcurrentLinkedQueue<>();

    Agenda(HouseTime time) {
        this.time = time;
        threads.setRemoveOnCancelPolicy(true);
    }

    Future<?> at(Instant then, Step step) {
        Duration left = time.until(then);
        Runnable begun = () -> {
            if (!left.isZero()) {
                late.add(Duration.between(then, time.now()));
            }
            guarded(step);
        };
        return threads.schedule(begun, left.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Of the house's time: of a hundred steps, ninety-nine began no later than so long after their time. */
    Duration behind() {
        List<Duration> sorted = late.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** @throws IllegalStateException when a step has failed */
    void check() {
        if (failure.get() != null) {
            throw new IllegalStateException("the day broke off", failure.get());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
