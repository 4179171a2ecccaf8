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
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.CheckInRequest;

/**
 * Carries check-ins to the server: stored first, then sent with the same id until there is an answer. The patient waits
 * for a while; the courier does not give up.
 */
final class CheckInCourier {

    private static final Logger LOG = LoggerFactory.getLogger(CheckInCourier.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final CheckInOutbox outbox;
    private final Function<PendingCheckIn, CompletableFuture<Reply<CheckIn>>> sending;
    private final ScheduledExecutorService timer;
    private final Duration patience;

    /** @param patience how long a patient stands before the kiosk for this */
    CheckInCourier(
            CheckInOutbox outbox,
            Function<PendingCheckIn, CompletableFuture<Reply<CheckIn>>> sending,
            ScheduledExecutorService timer,
            Duration patience) {
        this.outbox = outbox;
        this.sending = sending;
        this.timer = timer;
        this.patience = patience;
    }

    /** Goes on with what an earlier run of the kiosk left. */
    void resume() {
        for (PendingCheckIn left : outbox.pending()) {
            LOG.info("check-in {} of an earlier run is sent again", left.id());
            timer.execute(new Delivery(left, new CompletableFuture<>())::attempt);
        }
    }

    CompletableFuture<CheckIn> deliver(CheckInRequest request) {
        CompletableFuture<CheckIn> answer = new CompletableFuture<>();
        timer.execute(() -> storeAndSend(request, answer));
        return answer;
    }

    private void storeAndSend(CheckInRequest request, CompletableFuture<CheckIn> answer) {
        try {
            Delivery delivery = new Delivery(outbox.store(request), answer);
            timer.schedule(delivery::patienceOver, patience.toMillis(), TimeUnit.MILLISECONDS);
            delivery.attempt();
        } catch (IOException e) {
            LOG.error("a check-in could not be stored and is therefore not sent", e);
            answer.completeExceptionally(new ReceptionException(FaultCode.SERVER_FAULT, e));
        }
    }

    private final class Delivery {

        private final PendingCheckIn checkIn;
        private final CompletableFuture<CheckIn> answer;
        private volatile FaultCode lastFault = FaultCode.SERVER_SLOW;
        private Duration pause = FIRST_PAUSE;

        Delivery(PendingCheckIn checkIn, CompletableFuture<CheckIn> answer) {
            this.checkIn = checkIn;
            this.answer = answer;
        }

        void attempt() {
            sending.apply(checkIn).thenAcceptAsync(this::answered, timer);
        }

        private void answered(Reply<CheckIn> reply) {
            if (reply instanceof Reply.Unanswered<CheckIn> unanswered) {
                again(unanswered.fault());
                return;
            }
            outbox.settle(checkIn);
            if (reply instanceof Reply.Accepted<CheckIn> accepted) {
                answer.complete(accepted.body());
            } else {
                FaultCode refusal = ((Reply.Refused<CheckIn>) reply).fault();
                LOG.info("check-in {} was refused: {}", checkIn.id(), refusal);
                answer.completeExceptionally(new ReceptionException(refusal));
            }
        }

        private void again(FaultCode fault) {
            lastFault = fault;
            if (Instant.now().isAfter(checkIn.since().plus(CheckInOutbox.MAX_AGE))) {
                LOG.warn("check-in {} was never answered and is too old to send", checkIn.id());
                outbox.settle(checkIn);
                return;
            }
            // Jitter: after a power cut all kiosks of a house come back in the same second.
            long millis = pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis());
            timer.schedule(this::attempt, millis, TimeUnit.MILLISECONDS);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }

        private void patienceOver() {
            answer.completeExceptionally(new ReceptionException(lastFault));
        }
    }
}
