package vn.tiepdon.simulator.bench.history;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.tiepdon.simulator.harness.Measured;

/** One way of asking. Each client has a connection of its own and asks as fast as it is answered. */
abstract class Side {

    private final List<Question> questions;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Side(List<Question> questions) {
        this.questions = questions;
    }

    abstract Asking connect() throws IOException, SQLException;

    /** @throws ExecutionException when a connection broke */
    final Measured ask(int clients, Duration time) throws InterruptedException, ExecutionException {
        refused.set(0);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long began = System.nanoTime();
            long end = began + time.toNanos();
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Callable<long[]> client = () -> client(end);
                all.add(threads.submit(client));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> one : all) {
                times.add(one.get());
            }
            return Measured.of(times, refused.get(), Duration.ofNanos(System.nanoTime() - began));
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] client(long end) throws IOException, SQLException {
        long[] times = new long[1024];
        int done = 0;
        try (Asking connection = connect()) {
            while (System.nanoTime() < end) {
                Question question = questions.get(Math.floorMod(next.getAndIncrement(), questions.size()));
                long began = System.nanoTime();
                if (!connection.answered(question)) {
                    refused.incrementAndGet();
                    continue;
                }
                if (done == times.length) {
                    times = Arrays.copyOf(times, done * 2);
                }
                times[done++] = System.nanoTime() - began;
            }
        }
        return Arrays.copyOf(times, done);
    }

    /** A connection. */
    interface Asking extends AutoCloseable {

        /** @return whether somebody was found */
        boolean answered(Question question) throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }
}
