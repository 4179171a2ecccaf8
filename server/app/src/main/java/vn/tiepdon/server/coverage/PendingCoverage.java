package vn.tiepdon.server.coverage;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import vn.tiepdon.api.kiosk.Coverage;

/** A question to the gateway that runs beside other work. */
public final class PendingCoverage {

    private final CompletableFuture<Optional<Coverage>> answer;
    private final AtomicBoolean late;
    private final long until;
    private final Supplier<Coverage> tooLate;

    /** @param tooLate what is said instead */
    PendingCoverage(
            CompletableFuture<Optional<Coverage>> answer, AtomicBoolean late, long until, Supplier<Coverage> tooLate) {
        this.answer = answer;
        this.late = late;
        this.until = until;
        this.tooLate = tooLate;
    }

    static PendingCoverage none() {
        return new PendingCoverage(
                CompletableFuture.completedFuture(Optional.empty()),
                new AtomicBoolean(),
                System.nanoTime(),
                () -> null);
    }

    /** Returns when it is answered or the patience of a kiosk is over, and never throws: nobody is turned away for it. */
    public Optional<Coverage> await() {
        try {
            return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notInTime) {
            late.set(true);
            return Optional.of(tooLate.get());
        } catch (ExecutionException failed) {
            return Optional.of(tooLate.get());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(tooLate.get());
        }
    }
}
