package vn.tiepdon.simulator.bench.patientcard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.tiepdon.simulator.card.CardKiosk;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Progress;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.StaffLogin;

/**
 * A batch from its first blank to its last card. In the middle everything that issues ends without warning: the server's
 * process gets SIGKILL, the bridges forget all they know, and every card is pulled out at whatever command it is.
 */
final class BatchRun {

    private static final long LOOK_MILLIS = 20;

    private final ServerProcess server;
    private final Batch batch;
    private final int cards;
    private final long deadline;
    private final ExecutorService threads;
    private final Progress progress;
    private List<Feeder> feeders = new ArrayList<>();
    private Duration issuing = Duration.ZERO;

    /** @param readers that are fed at the same time */
    BatchRun(
            ServerProcess server,
            HospitalClient hospital,
            StaffLogin administrator,
            Batch batch,
            int cards,
            int readers,
            Duration atMost)
            throws InterruptedException {
        this.server = server;
        this.batch = batch;
        this.cards = cards;
        this.deadline = System.nanoTime() + atMost.toNanos();
        this.threads = Executors.newFixedThreadPool(readers);
        this.progress = new Progress("cards", cards);
        for (int reader = 1; reader <= readers; reader++) {
            CardKiosk kiosk = new CardKiosk(hospital.newKiosk(administrator, "kiosk " + reader));
            feeders.add(new Feeder(batch, hospital.newBridge(administrator, "reader " + reader), kiosk));
        }
    }

    /** @return what was spent on issuing, without the server's start in the middle */
    Duration run() throws InterruptedException {
        try {
            progress.done(0, "");
            together(cards / 2, true, Feeder::feed);
            server.start();
            feeders = feeders.stream().map(Feeder::successor).toList();
            together(cards, false, Feeder::pickUp);
            together(cards, false, Feeder::feed);
            return issuing;
        } finally {
            threads.shutdownNow();
        }
    }

    /** @param thenKill whether everything ends when so many cards are made, and not by itself */
    private void together(int until, boolean thenKill, Work work) throws InterruptedException {
        long began = System.nanoTime();
        List<Future<Void>> running = new ArrayList<>();
        for (Feeder feeder : feeders) {
            running.add(threads.submit((Callable<Void>) () -> {
                work.of(feeder);
                return null;
            }));
        }
        while (batch.made() < until && running.stream().anyMatch(it -> !it.isDone())) {
            if (System.nanoTime() > deadline) {
                feeders.forEach(Feeder::stop);
            }
            Thread.sleep(LOOK_MILLIS);
            progress.done(batch.made(), "");
        }
        if (thenKill) {
            feeders.forEach(Feeder::stop);
            server.kill9();
        }
        for (Future<Void> each : running) {
            await(each);
        }
        progress.done(batch.made(), "");
        issuing = issuing.plusNanos(System.nanoTime() - began);
    }

    private static void await(Future<Void> feeder) throws InterruptedException {
        try {
            feeder.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader of the benchmark failed", e.getCause());
        }
    }

    /** What all readers do. */
    @FunctionalInterface
    private interface Work {
        void of(Feeder feeder) throws InterruptedException;
    }
}
