package vn.tiepdon.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets several do something at the same instant. */
public final class Together {

    private static final int SECONDS = 60;

    private Together() {}

    /** What each came to, in their order. */
    public static <T> List<T> run(List<? extends Callable<T>> each) throws Exception {
        CyclicBarrier start = new CyclicBarrier(each.size());
        ExecutorService threads = Executors.newFixedThreadPool(each.size());
        try {
            List<Future<T>> results = new ArrayList<>();
            for (Callable<T> one : each) {
                results.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return one.call();
                }));
            }
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get(SECONDS, TimeUnit.SECONDS));
            }
            return values;
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
