package vn.tiepdon.simulator.bench.patientcard;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.desk.CardOrderState;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.card.CardKiosk;
import vn.tiepdon.simulator.card.DeskBridge;
import vn.tiepdon.simulator.card.DeskBridge.Taken;
import vn.tiepdon.simulator.harness.BridgeClient;
import vn.tiepdon.simulator.harness.NotAnsweredException;

/** One reader with its bridge: blank cards, one after the other, until nobody waits or it is stopped. */
final class Feeder {

    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);

    private final Batch batch;
    private final BridgeClient server;
    private final DeskBridge bridge;
    private final CardKiosk kiosk;
    private volatile Tape onReader;
    private volatile boolean stopped;
    private Batch.Job cutOff;

    Feeder(Batch batch, BridgeClient server, CardKiosk kiosk) {
        this.batch = batch;
        this.server = server;
        this.bridge = new DeskBridge(server);
        this.kiosk = kiosk;
    }

    /** Another program with the same token. The card that was cut off still lies there, with its order beside it. */
    Feeder successor() {
        Feeder next = new Feeder(batch, server, kiosk);
        next.cutOff = cutOff;
        return next;
    }

    /** The end of this bridge: its card leaves the reader at whatever command it is, and all that it knew is forgotten. */
    void stop() {
        stopped = true;
        Tape card = onReader;
        if (card != null) {
            card.pullOut();
        }
    }

    /** Begins again with the card that was cut off, if one was: the same order, wherever order and card stand. */
    void pickUp() throws InterruptedException {
        Batch.Job job = cutOff;
        cutOff = null;
        if (job != null) {
            attempt(job, () -> {
                if (batch.order(job).state() != CardOrderState.DONE) {
                    bridge.carryOut(job.order(), put(job));
                }
                check(job);
                batch.finished();
            });
        }
    }

    void feed() throws InterruptedException {
        while (!stopped && makeNext()) {
            continue;
        }
    }

    /** @return whether there was somebody to make a card for */
    private boolean makeNext() throws InterruptedException {
        long began;
        Batch.Job job;
        Tape card;
        Taken[] taken = new Taken[1];
        synchronized (batch) {
            began = System.nanoTime();
            job = nextJob();
            if (job == null) {
                return false;
            }
            card = put(job);
            attempt(job, () -> taken[0] = bridge.take(job.order(), card));
        }
        if (taken[0] != null) {
            attempt(job, () -> {
                bridge.goOn(taken[0], card);
                Turn turn = card.turn(Duration.ofNanos(System.nanoTime() - began), Duration.ZERO);
                check(job);
                batch.finished(turn);
            });
        }
        return true;
    }

    private Batch.Job nextJob() throws InterruptedException {
        try {
            return batch.next();
        } catch (NotAnsweredException e) {
            failed(e);
            return null;
        }
    }

    /** Shows the card to a kiosk, which tells it what it lacks, activation too. */
    private void check(Batch.Job job) throws TransportException, PatientCardException, InterruptedException {
        Tape card = put(job);
        if (kiosk.tell(kiosk.identify(card), card).state() != Lifecycle.ACTIVE) {
            throw new IllegalStateException("a card is not active");
        }
    }

    private Tape put(Batch.Job job) {
        Tape card = new Tape(job.card());
        onReader = card;
        if (stopped) {
            card.pullOut();
        }
        return card;
    }

    private void attempt(Batch.Job job, Step step) throws InterruptedException {
        try {
            step.take();
        } catch (NotAnsweredException | TransportException | PatientCardException | IllegalStateException e) {
            cutOff = stopped ? job : null;
            failed(e);
        }
    }

    /** Whatever goes wrong while this bridge is being killed is no fault, as long as all comes right afterwards. */
    private void failed(Exception e) {
        if (!stopped) {
            LOG.warn("a card came to nothing: {}", e.toString());
            batch.fault();
        }
    }

    /** What is done with one card. */
    @FunctionalInterface
    private interface Step {
        void take() throws TransportException, PatientCardException, InterruptedException;
    }
}
