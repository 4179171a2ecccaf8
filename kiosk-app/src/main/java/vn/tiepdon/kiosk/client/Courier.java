package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.fault.FaultCode;

/**
 * Carries what must not be lost to the server: stored first, then sent with the same id until there is an answer. The
 * patient waits for a while; the courier does not give up.
 *
 * @param <A> the answer
 */
final class Courier<P extends Pending, A> {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Outbox<P> outbox;
    private final Function<P, CompletableFuture<Reply<A>>> sending;
    private final ScheduledExecutorService timer;
    private final Duration patience;

    /** @param patience how long a patient stands before the kiosk for this */
    Courier(
            Outbox<P> outbox,
            Function<P, CompletableFuture<Reply<A>>> sending,
            ScheduledExecutorService timer,
            Duration patience) {
        this.outbox = outbox;
        this.sending = sending;
        this.timer = timer;
        this.patience = patience;
    }

    /** Goes on with what an earlier run of the kiosk left. */
    void resume() {
        for (P left : outbox.pending()) {
            LOG.info("{} of an earlier run is sent again", left.id());
            timer.execute(new Delivery(left, new CompletableFuture<>())::attempt);
        }
    }

    CompletableFuture<A> deliver(P made) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        timer.execute(() -> storeAndSend(made, answer));
        return answer;
    }

    private void storeAndSend(P made, CompletableFuture<A> answer) {
        try {
            outbox.store(made);
            Delivery delivery = new Delivery(made, answer);
            timer.schedule(delivery::patienceOver, patience.toMillis(), TimeUnit.MILLISECONDS);
            delivery.attempt();
        } catch (IOException e) {
            LOG.error("{} could not be stored and is therefore not sent", made.id(), e);
            answer.completeExceptionally(new ReceptionException(FaultCode.SERVER_FAULT, e));
        }
    }

    private final class Delivery {

        private final P pending;
        private final CompletableFuture<A> answer;
        private volatile FaultCode lastFault = FaultCode.SERVER_SLOW;
        private Duration pause = FIRST_PAUSE;

        Delivery(P pending, CompletableFuture<A> answer) {
            this.pending = pending;
            this.answer = answer;
        }

        void attempt() {
            sending.apply(pending).thenAcceptAsync(this::answered, timer);
        }

        private void answered(Reply<A> reply) {
            if (reply instanceof Reply.Unanswered<A> unanswered) {
                again(unanswered.fault());
                return;
            }
            outbox.settle(pending);
            if (reply instanceof Reply.Accepted<A> accepted) {
                answer.complete(accepted.body());
            } else {
                FaultCode refusal = ((Reply.Refused<A>) reply).fault();
                LOG.info("{} was refused: {}", pending.id(), refusal);
                answer.completeExceptionally(new ReceptionException(refusal));
            }
        }

        private void again(FaultCode fault) {
            lastFault = fault;
            if (Instant.now().isAfter(pending.since().plus(Outbox.MAX_AGE))) {
                LOG.warn("{} was never answered and is too old to send", pending.id());
                outbox.settle(pending);
                return;
            }
            // Jitter: after a power cut all kiosks of a house come back in the same second.
            long millis = pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis());
            timer.schedule(this::attempt, millis, TimeUnit.MILLISECONDS);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }

        private void patienceOver() {
            answer.completeExceptionally(new ReceptionException(lastFault, pending.id()));
        }
    }
}
