package vn.tiepdon.kiosk.device.card;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.reader.ReaderEvent;
import vn.tiepdon.card.reader.ReaderMonitor;
import vn.tiepdon.card.reader.ReaderSettings;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** Reads each card that is put on a reader, once, and says what came of it. */
public final class CardDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);

    /** A patient card answers within a second; longer than this, nobody holds still. */
    private static final Duration READING = Duration.ofSeconds(5);

    private static final Duration SECOND_TRY = Duration.ofMillis(150);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    private final Pattern readerName;
    private final Supplier<Optional<KioskConfiguration>> configuration;
    private final CardReading reading;
    private final Consumer<DeviceEvent> listener;
    private final ReaderPresence presence;
    private volatile PresentedCard current;
    private volatile House house;
    private ReaderMonitor monitor;

    /**
     * @param readerName readers with another name are left alone
     * @param configuration as last told by the server; without it no card can be judged
     * @param serverTime for challenges and for the validity of cards
     */
    public CardDesk(
            Pattern readerName,
            Supplier<Optional<KioskConfiguration>> configuration,
            Supplier<Instant> serverTime,
            Consumer<DeviceEvent> listener) {
        this.readerName = readerName;
        this.configuration = configuration;
        this.reading = new CardReading(serverTime);
        this.listener = listener;
        this.presence = new ReaderPresence(listener);
    }

    public CardDesk start(PcscProvider provider) {
        ReaderSettings defaults = ReaderSettings.defaults();
        ReaderSettings settings = new ReaderSettings(
                defaults.sessionCommands(), READING, defaults.waitSlice(), defaults.settling(), defaults.decorator());
        monitor = ReaderMonitor.start(provider, settings, this::on);
        CompletableFuture.runAsync(CardRehearsal::run);
        // A monitor without readers has nothing to tell; the missing reader is ours to name.
        Executor later = CompletableFuture.delayedExecutor(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(presence::tell);
        return this;
    }

    /** Never blocks: called on the thread that watches the readers. */
    void on(ReaderEvent event) {
        if (event instanceof ReaderEvent.ServiceLost) {
            presence.serviceLost();
        } else if (event instanceof ReaderEvent.ServiceBack) {
            presence.serviceBack();
        } else if (event instanceof ReaderEvent.ReaderReady ready && isOurs(ready.reader())) {
            presence.ready(ready.reader());
        } else if (event instanceof ReaderEvent.ReaderGone gone && isOurs(gone.reader())) {
            presence.gone(gone.reader());
        } else if (event instanceof ReaderEvent.CardPresented presented && isOurs(presented.reader())) {
            presented(presented);
        } else if (event instanceof ReaderEvent.CardRemoved removed && isOurs(removed.reader())) {
            listener.accept(new DeviceEvent.CardRemoved());
        }
    }

    private boolean isOurs(String reader) {
        return readerName.matcher(reader).find();
    }

    private void presented(ReaderEvent.CardPresented presented) {
        PresentedCard card = presented.card();
        current = card;
        listener.accept(new DeviceEvent.CardInserted(presented.fresh()));
        if (!presented.fresh()) {
            return;
        }
        Optional<KioskConfiguration> known = configuration.get();
        if (known.isEmpty()) {
            listener.accept(new DeviceEvent.CardFailed(FaultCode.SERVER_UNREACHABLE));
            return;
        }
        House rules = houseOf(known.get());
        Executor soon = CompletableFuture.delayedExecutor(SECOND_TRY.toMillis(), TimeUnit.MILLISECONDS);
        read(card, rules)
                .exceptionallyComposeAsync(
                        failure -> isShaky(failure) ? read(card, rules) : CompletableFuture.failedFuture(failure), soon)
                .whenComplete((read, failure) -> tell(card, read, failure));
    }

    private CompletableFuture<Presentation.PatientCard> read(PresentedCard card, House rules) {
        return card.run(session -> reading.read(session.transport(), rules));
    }

    /** A card that slides in slowly loses its power and gets it again: it is asked a second time before anyone hears. */
    private static boolean isShaky(Throwable failure) {
        return CardFaults.of(failure) == FaultCode.CARD_UNREADABLE;
    }

    /** What comes too late, when another card lies there already, is told to nobody. */
    private void tell(PresentedCard card, Presentation.PatientCard read, Throwable failure) {
        if (card != current) {
            return;
        }
        if (failure == null) {
            listener.accept(new DeviceEvent.CardRead(read));
        } else {
            FaultCode fault = CardFaults.of(failure);
            LOG.info("a card could not be used: {} ({})", fault, failure.getMessage());
            listener.accept(new DeviceEvent.CardFailed(fault));
        }
    }

    private House houseOf(KioskConfiguration told) {
        House known = house;
        if (known == null || known.configuration() != told) {
            known = House.of(told);
            house = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (monitor != null) {
            monitor.close();
        }
    }
}
