package vn.tiepdon.kiosk.bridge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** Tells a patient's card what it has to be told. A card that knows it already is told nothing twice. */
final class Telling {

    private final UUID order;
    private final Consumer<BridgeEvent> progress;

    Telling(UUID order, Consumer<BridgeEvent> progress) {
        this.order = order;
        this.progress = progress;
    }

    void perform(Transport secure, CardAct act, CardOpened opened, CardDirectory before)
            throws TransportException, PatientCardException {
        PatientCardWriter card = new PatientCardWriter(secure);
        switch (act) {
            case UNBLOCK -> {
                if (before.state() == Lifecycle.BLOCKED) {
                    card.unblock();
                }
            }
            case BLOCK -> {
                if (before.state() != Lifecycle.BLOCKED) {
                    card.block();
                }
            }
            case END -> card.end();
            case UPDATE -> update(card, opened, before.revision());
            case PERSONALISE, ACTIVATE -> throw new IllegalArgumentException("done elsewhere");
        }
    }

    private void update(PatientCardWriter card, CardOpened opened, long revision)
            throws TransportException, PatientCardException {
        List<CardUpdate> updates = opened.updates().stream()
                .filter(update -> update.revision() > revision)
                .toList();
        int steps = opened.keyOrders().size() + updates.size();
        int step = 0;
        for (CardKeyOrder keys : opened.keyOrders()) {
            card.putKeys(OrderRun.version(keys.keyVersion()), keys.order());
            progress.accept(BridgeEvent.written(order, ++step, steps));
        }
        for (CardUpdate update : updates) {
            card.apply(
                    update.revision(),
                    Optional.ofNullable(update.emergency()),
                    Optional.ofNullable(update.medication()),
                    Optional.ofNullable(update.visit()));
            progress.accept(BridgeEvent.written(order, ++step, steps));
        }
    }
}
