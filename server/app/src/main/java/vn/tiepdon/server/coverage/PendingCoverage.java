package vn.tiepdon.server.coverage;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.server.coverage.lookup.CheckVerdicts;

/** A question to the gateway that runs beside other work. */
public final class PendingCoverage {

    private final CompletableFuture<Optional<Coverage>> answer;
    private final AtomicBoolean late;
    private final long until;

    PendingCoverage(CompletableFuture<Optional<Coverage>> answer, AtomicBoolean late, long until) {
        this.answer = answer;
        this.late = late;
        this.until = until;
    }

    static PendingCoverage none() {
        return new PendingCoverage(
                CompletableFuture.completedFuture(Optional.empty()), new AtomicBoolean(), System.nanoTime());
    }

    /** Returns when it is answered or the patience of a kiosk is over, and never throws: nobody is turned away for it. */
    public Optional<Coverage> await() {
        try {
            return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLate) {
            late.set(true);
            return Optional.of(CheckVerdicts.late());
        } catch (ExecutionException failed) {
            return Optional.of(CheckVerdicts.late());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(CheckVerdicts.late());
        }
    }
}
