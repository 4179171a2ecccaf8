package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.fault.FaultCode;

class CardReportCourierTest {

    private static final CardContactReport REPORT =
            new CardContactReport(7, false, true, List.of(0x11, 0x21, 0x31), List.of());
    private static final Reply<Void> AWAY = new Reply.Unanswered<>(FaultCode.SERVER_UNREACHABLE);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Deque<Reply<Void>> answers = new ConcurrentLinkedDeque<>();
    private final BlockingQueue<UUID> sent = new LinkedBlockingQueue<>();
    private final CardReportCourier<CardContactReport> courier = new CardReportCourier<>(
            (contact, report) -> {
                sent.add(contact);
                return CompletableFuture.completedFuture(answers.poll());
            },
            timer,
            List.of(Duration.ofMillis(1), Duration.ofMillis(1)));

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private int tries() throws InterruptedException {
        int tries = 0;
        while (sent.poll(300, TimeUnit.MILLISECONDS) != null) {
            tries++;
        }
        return tries;
    }

    @Test
    void aReportIsSentAgainUntilItIsAnswered() throws Exception {
        answers.addAll(List.of(AWAY, new Reply.Accepted<>(null)));
        courier.deliver(UUID.randomUUID(), REPORT);
        assertThat(tries()).isEqualTo(2);
    }

    @Test
    void aRefusalSettlesIt() throws Exception {
        answers.add(new Reply.Refused<>(FaultCode.CARD_CONTACT_EXPIRED, null));
        courier.deliver(UUID.randomUUID(), REPORT);
        assertThat(tries()).isEqualTo(1);
    }

    @Test
    void aServerThatStaysAwayIsNotAskedForEver() throws Exception {
        answers.addAll(List.of(AWAY, AWAY, AWAY, AWAY, AWAY));
        courier.deliver(UUID.randomUUID(), REPORT);
        assertThat(tries()).isEqualTo(3);
    }
}
