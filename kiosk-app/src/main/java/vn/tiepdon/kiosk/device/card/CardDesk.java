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
import vn.tiepdon.api.card.SignedBlockList;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.card.citizen.ChipReader;
import vn.tiepdon.card.patientcard.NotOurCardException;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.reader.CardSession;
import vn.tiepdon.card.reader.PcscProvider;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.card.reader.ReaderEvent;
import vn.tiepdon.card.reader.ReaderMonitor;
import vn.tiepdon.card.reader.ReaderSettings;
import vn.tiepdon.card.transport.SessionLimit;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.kiosk.device.CitizenCards;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PatientCards;

/** Reads each card that is put on a reader, once, and says what came of it. */
public final class CardDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);

    /** A patient card answers within a second; longer than this, nobody holds still. */
    private static final Duration READING = Duration.ofSeconds(5);

    /** The chip of an ID card holds some kilobytes, and a contactless line may be slow. */
    private static final Duration CHIP_READING = Duration.ofSeconds(20);

    private static final ReaderSettings DEFAULTS = ReaderSettings.defaults();
    private static final Duration SECOND_TRY = Duration.ofMillis(150);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    private final Pattern readerName;
    private final Supplier<Optional<KioskConfiguration>> configuration;
    private final CardReading reading;
    private final Consumer<DeviceEvent> listener;
    private final ReaderPresence presence;
    private final ChipDesk chips;
    private final ContactDesk contacts = new ContactDesk();
    private final BlockedCards blocked = new BlockedCards();
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
        this.chips = new ChipDesk(() -> current, configuration, serverTime, listener);
    }

    public CardDesk start(PcscProvider provider) {
        ReaderSettings settings = new ReaderSettings(
                DEFAULTS.sessionCommands(),
                CHIP_READING,
                DEFAULTS.waitSlice(),
                DEFAULTS.settling(),
                DEFAULTS.decorator());
        monitor = ReaderMonitor.start(provider, settings, this::on);
        CompletableFuture.runAsync(CardRehearsal::run);
        // A monitor without readers has nothing to tell; the missing reader is ours to name.
        Executor later = CompletableFuture.delayedExecutor(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(presence::tell);
        later.execute(ChipRehearsal::run);
        return this;
    }

    /** The same reader, for ID cards. */
    public CitizenCards citizenCards() {
        return chips;
    }

    /** For the patient card that was read last. */
    public PatientCards patientCards() {
        return contacts;
    }

    /**
     * Once the server has told of the house.
     *
     * @return whether these cards are refused from now on; a list that the hospital did not sign, or an older one, is not
     *     taken
     */
    public boolean takeBlockList(SignedBlockList list) {
        return configuration
                .get()
                .filter(told -> blocked.take(list, houseOf(told)))
                .isPresent();
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
            contacts.leave();
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
        look(card, rules)
                .exceptionallyComposeAsync(
                        failure -> isShaky(failure) ? look(card, rules) : CompletableFuture.failedFuture(failure), soon)
                .whenComplete((seen, failure) -> tell(card, seen, failure));
    }

    private CompletableFuture<DeviceEvent> look(PresentedCard card, House rules) {
        return card.run(session -> whatIs(card, session, rules)).orTimeout(READING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A patient card is read; of an ID card no more is known than that it is one. */
    private DeviceEvent whatIs(PresentedCard card, CardSession session, House rules)
            throws TransportException, PatientCardException {
        Transport hasty = new SessionLimit(session.transport(), DEFAULTS.sessionCommands(), READING);
        try {
            ReadCard read = reading.read(hasty, rules);
            contacts.read(card, read, rules);
            return blocked.contains(read.id())
                    ? new DeviceEvent.CardDead(read.shown())
                    : new DeviceEvent.CardRead(read.shown());
        } catch (NotOurCardException e) {
            if (chips.awaitsCard()) {
                return new DeviceEvent.CitizenCardFound();
            }
            // Asking selects the application, and some chips open only while nothing is selected.
            session.resetAfterwards();
            if (ChipReader.isChipCard(hasty)) {
                return new DeviceEvent.CitizenCardFound();
            }
            throw e;
        }
    }

    /** A card that slides in slowly loses its power and gets it again: it is asked a second time before anyone hears. */
    private static boolean isShaky(Throwable failure) {
        return CardFaults.of(failure) == FaultCode.CARD_UNREADABLE;
    }

    /** What comes too late, when another card lies there already, is told to nobody. */
    private void tell(PresentedCard card, DeviceEvent seen, Throwable failure) {
        if (card != current) {
            return;
        }
        if (failure == null) {
            listener.accept(seen);
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
