package vn.tiepdon.server.issuing;

import org.springframework.stereotype.Component;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.card.Cards;
import vn.tiepdon.server.device.Device;

/** What the register has to know when a bridge has done what it was told. */
@Component
class Outcomes {

    private final Completion completion;
    private final Cards cards;
    private final CardSam sam;

    Outcomes(Completion completion, Cards cards, CardSam sam) {
        this.completion = completion;
        this.cards = cards;
        this.sam = sam;
    }

    /** @return whether it still counts: a card on its way may have been overtaken by another */
    boolean record(Device bridge, Order order, CardContactReport report, String source) {
        String by = bridge.id().value();
        switch (order.step().act()) {
            case PERSONALISE, ACTIVATE -> {
                return completion.complete(order.facility(), order.cardId(), by, source);
            }
            case UNBLOCK -> cards.unblock(order.facility(), CardId.ofHex(order.cardId()), by, source);
            case END -> cards.end(order.facility(), CardId.ofHex(order.cardId()), by, source);
            case UPDATE -> sam.told(order.facility(), CardId.ofHex(order.cardId()), report);
            case BLOCK -> {
                // The register knew before the card did.
            }
        }
        return true;
    }
}
