package vn.tiepdon.server.issuing;

import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.server.card.Cards;
import vn.tiepdon.server.device.Device;

/** What the register has to know when a bridge has done what it was told. */
@Component
class Outcomes {

    private final Completion completion;
    private final Cards cards;

    Outcomes(Completion completion, Cards cards) {
        this.completion = completion;
        this.cards = cards;
    }

    /** @return whether it still counts: a card on its way may have been overtaken by another */
    boolean record(Device bridge, Order order, String source) {
        String by = bridge.id().value();
        switch (order.step().act()) {
            case PERSONALISE, ACTIVATE -> {
                return completion.complete(order.facility(), order.cardId(), by, source);
            }
            case UNBLOCK -> cards.unblock(order.facility(), CardId.ofHex(order.cardId()), by, source);
            case END -> cards.end(order.facility(), CardId.ofHex(order.cardId()), by, source);
            case BLOCK, UPDATE -> {
                // The register knew before the card did.
            }
        }
        return true;
    }
}
