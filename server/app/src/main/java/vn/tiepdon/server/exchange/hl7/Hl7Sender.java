package vn.tiepdon.server.exchange.hl7;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.database.BackgroundWork;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Incident;

/**
 * Looks once a second for what waits, and gives each receiver a thread of its own while something does: one that does not
 * answer holds up nobody else.
 */
@Component
class Hl7Sender extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Hl7Sender.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 16;
    private static final Duration TIDIES_EVERY = Duration.ofMinutes(10);

    private final Hl7Settings settings;
    private final Partners partners;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final ReceivedMessages received;
    private final HospitalClock clock;
    private final TransactionTemplate transaction;
    /** This run of this server. */
    private final UUID server = UUID.randomUUID();

    private final Map<Deliveries.Key, Thread> busy = new ConcurrentHashMap<>();
    private Instant tidied = Instant.EPOCH;

    Hl7Sender(
            Hl7Settings settings,
            Partners partners,
            Outbox outbox,
            Deliveries deliveries,
            ReceivedMessages received,
            HospitalClock clock,
            PlatformTransactionManager transactions) {
        super("hl7-sender", PAUSE);
        this.settings = settings;
        this.partners = partners;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.received = received;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void stop() {
        super.stop();
        busy.values().forEach(BackgroundWork::awaitEnd);
    }

    @Override
    protected void round() {
        deliveries.due(clock.now(), server).forEach(this::begin);
        tidy();
    }

    private void begin(Deliveries.Key key) {
        if (busy.size() >= MOST_AT_ONCE || busy.containsKey(key)) {
            return;
        }
        Thread sending = new Thread(() -> deliver(key), "hl7-to-" + key.device().value());
        sending.setDaemon(true);
        busy.put(key, sending);
        sending.start();
    }

    private void deliver(Deliveries.Key key) {
        try {
            partners.find(key.hospital(), key.device()).filter(Partner::told).ifPresent(to -> new Delivery(
                            to, outbox, deliveries, settings, clock, transaction, server)
                    .run(this::isRunning));
        } catch (RuntimeException failure) {
            log.warn("HL7: sending failed: {}", Incident.describe(failure));
        } finally {
            busy.remove(key);
        }
    }

    private void tidy() {
        Instant now = clock.now();
        if (tidied.plus(TIDIES_EVERY).isBefore(now)) {
            received.forget(now.minus(settings.remembered()));
            tidied = now;
        }
    }
}
