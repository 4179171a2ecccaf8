package vn.tiepdon.kiosk.device.card;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.reader.PresentedCard;
import vn.tiepdon.kiosk.device.ChipRequest;
import vn.tiepdon.kiosk.device.CitizenCards;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** Reads the chip of the ID card that lies on the reader, and never without a consent that was noted here. */
final class ChipDesk implements CitizenCards {

    private static final Logger LOG = LoggerFactory.getLogger(ChipDesk.class);

    private final Supplier<PresentedCard> current;
    private final Supplier<Optional<KioskConfiguration>> configuration;
    private final CitizenReading reading;
    private final Consumer<DeviceEvent> listener;
    private volatile Consent consent;
    private volatile Session session;

    private record Consent(long number, Presentation.ChipConsent given) {}

    /** One reading, until it ends or nobody waits for it any more. */
    private record Session(long question, Leash leash) {}

    /** @param current the card that was put on the reader last, null when there was none */
    ChipDesk(
            Supplier<PresentedCard> current,
            Supplier<Optional<KioskConfiguration>> configuration,
            Supplier<Instant> serverTime,
            Consumer<DeviceEvent> listener) {
        this.current = current;
        this.configuration = configuration;
        this.reading = new CitizenReading(serverTime);
        this.listener = listener;
    }

    /** Whether somebody has agreed: the next card that is no patient card is theirs. */
    boolean awaitsCard() {
        return consent != null;
    }

    @Override
    public void agreed(long number, String wording, Locale language) {
        consent = new Consent(number, new Presentation.ChipConsent(wording, language.getLanguage(), reading.now()));
    }

    @Override
    public void read(ChipRequest request) {
        end();
        Consent given = consent;
        PresentedCard card = current.get();
        Optional<KioskConfiguration> house = configuration.get();
        if (given == null || given.number() != request.consent()) {
            fail(request.question(), FaultCode.CHIP_CONSENT_MISSING);
        } else if (house.isEmpty()) {
            fail(request.question(), FaultCode.SERVER_UNREACHABLE);
        } else if (card == null) {
            fail(request.question(), FaultCode.CARD_REMOVED);
        } else {
            read(card, request, given.given(), house.get());
        }
    }

    private void read(
            PresentedCard card, ChipRequest request, Presentation.ChipConsent given, KioskConfiguration house) {
        Session now = new Session(request.question(), new Leash());
        session = now;
        card.run(open -> reading.read(
                        now.leash().on(open.transport()),
                        request.access(),
                        given,
                        house,
                        (done, total) -> tell(now, new DeviceEvent.ChipProgress(now.question(), done, total))))
                .whenComplete((chip, failure) -> ended(now, chip, failure));
    }

    private void ended(Session now, Presentation.CitizenChip chip, Throwable failure) {
        if (failure == null) {
            tell(now, new DeviceEvent.ChipRead(now.question(), chip));
        } else {
            FaultCode fault = ChipFaults.of(failure);
            LOG.info("a chip was not read: {} ({})", fault, ChipFaults.reason(failure));
            tell(now, new DeviceEvent.ChipFailed(now.question(), fault));
        }
        now.leash().letGo();
    }

    private void tell(Session now, DeviceEvent event) {
        if (!now.leash().isGone()) {
            listener.accept(event);
        }
    }

    private void fail(long question, FaultCode fault) {
        listener.accept(new DeviceEvent.ChipFailed(question, fault));
    }

    @Override
    public void forget() {
        consent = null;
        end();
    }

    private void end() {
        Session before = session;
        session = null;
        if (before != null) {
            before.leash().letGo();
        }
    }
}
