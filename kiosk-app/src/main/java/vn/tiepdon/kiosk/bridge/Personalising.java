package vn.tiepdon.kiosk.bridge;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.desk.NewCardKey;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.kiosk.client.CardOrders;

/**
 * Makes a blank card a patient's, in the order of docs/patient-card.md: whatever goes wrong before PERSONALISE leaves it
 * blank, whatever goes wrong after it is put right by the next contact.
 */
final class Personalising {

    private static final Logger LOG = LoggerFactory.getLogger(Personalising.class);

    private final UUID order;
    private final CardOrders server;
    private final Asking asking;
    private final Consumer<BridgeEvent> progress;

    Personalising(UUID order, CardOrders server, Asking asking, Consumer<BridgeEvent> progress) {
        this.order = order;
        this.server = server;
        this.asking = asking;
        this.progress = progress;
    }

    /** @param secure a session with the card's transport keys */
    void perform(Transport secure) throws TransportException, PatientCardException, InterruptedException {
        PatientCardPersonaliser card = new PatientCardPersonaliser(secure);
        CardPublicKey key = CardPublicKey.of(card.generateKey());
        progress.accept(BridgeEvent.keyMade(order));
        CardPreparation prepared = asking.ask(() -> server.preparation(order, new NewCardKey(key.point())));
        write(card, prepared);
        asking.ask(() -> server.completion(order, Reporting.of(prepared)));
        activate(secure);
    }

    private void write(PatientCardPersonaliser card, CardPreparation prepared)
            throws TransportException, PatientCardException {
        int steps = prepared.keyOrders().size() + (prepared.records() == null ? 2 : 3);
        int step = 0;
        for (CardKeyOrder keys : prepared.keyOrders()) {
            card.putKeys(OrderRun.version(keys.keyVersion()), keys.order());
            progress.accept(BridgeEvent.written(order, ++step, steps));
        }
        card.storeIdentity(SignedIdentityRecord.parse(prepared.identity()));
        progress.accept(BridgeEvent.written(order, ++step, steps));
        if (prepared.records() != null) {
            CardUpdate first = prepared.records();
            card.apply(
                    first.revision(),
                    Optional.ofNullable(first.emergency()),
                    Optional.ofNullable(first.medication()),
                    Optional.ofNullable(first.visit()));
            progress.accept(BridgeEvent.written(order, ++step, steps));
        }
        card.personalise();
        progress.accept(BridgeEvent.written(order, steps, steps));
    }

    /** The register has the card already; one that left too soon is activated by its next contact. */
    static void activate(Transport secure) {
        try {
            new PatientCardWriter(secure).activate();
        } catch (TransportException | PatientCardException e) {
            LOG.info("a card left before it was activated: {}", e.getClass().getSimpleName());
        }
    }
}
