package vn.tiepdon.simulator.bench.kill;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The kiosks of one round, each in its thread, until the server is gone. */
final class Rush {

    private static final int NOTICED_WITHIN_S = 30;

    private final ExecutorService threads;
    private final List<Future<Void>> kiosks;

    Rush(List<Callable<Void>> work) {
        threads = Executors.newFixedThreadPool(work.size());
        kiosks = work.stream().map(threads::submit).toList();
    }

    /**
     * To be called after the server's end; returns when every kiosk has noticed.
     *
     * @throws IllegalStateException when a kiosk stopped for another reason
     */
    void awaitEnd() throws InterruptedException {
        try {
            for (Future<Void> kiosk : kiosks) {
                kiosk.get(NOTICED_WITHIN_S, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a kiosk of the benchmark failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("a kiosk still waits for a server that is gone", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
