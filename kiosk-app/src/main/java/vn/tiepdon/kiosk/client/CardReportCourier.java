package vn.tiepdon.kiosk.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries reports about patient cards and insurance cards to the server, some times and not for ever, and keeps nothing on disk: a card says at its
 * next contact itself what it holds.
 */
final class CardReportCourier<R> {

    private static final Logger LOG = LoggerFactory.getLogger(CardReportCourier.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final BiFunction<UUID, R, CompletableFuture<Reply<Void>>> sending;
    private final ScheduledExecutorService timer;
    private final List<Duration> pauses;

    CardReportCourier(BiFunction<UUID, R, CompletableFuture<Reply<Void>>> sending, ScheduledExecutorService timer) {
        this(sending, timer, PAUSES);
    }

    CardReportCourier(
            BiFunction<UUID, R, CompletableFuture<Reply<Void>>> sending,
            ScheduledExecutorService timer,
            List<Duration> pauses) {
        this.sending = sending;
        this.timer = timer;
        this.pauses = pauses;
    }

    /** Returns at once. */
    void deliver(UUID contact, R report) {
        timer.execute(() -> attempt(contact, report, pauses.iterator()));
    }

    private void attempt(UUID contact, R report, Iterator<Duration> left) {
        sending.apply(contact, report)
                .thenAcceptAsync(
                        reply -> {
                            if (reply instanceof Reply.Refused<Void> refused) {
                                LOG.info("a card's report was refused: {}", refused.fault());
                            } else if (reply instanceof Reply.Unanswered<Void> && left.hasNext()) {
                                timer.schedule(
                                        () -> attempt(contact, report, left),
                                        left.next().toMillis(),
                                        TimeUnit.MILLISECONDS);
                            } else if (reply instanceof Reply.Unanswered<Void> unanswered) {
                                LOG.info("a card's report did not arrive: {}", unanswered.fault());
                            }
                        },
                        timer);
    }
}
