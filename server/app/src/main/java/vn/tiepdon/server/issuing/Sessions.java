package vn.tiepdon.server.issuing;

import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.fault.Refusal;

/** Session keys for the card on the reader, and for no other. */
@Component
class Sessions {

    private final CardSam sam;

    Sessions(CardSam sam) {
        this.sam = sam;
    }

    /** @throws Refusal when the card does not hold the keys of the card that it says it is */
    CardOpened open(Order order, CardSessionRequest request) {
        CardRole role = KeyVersion.ofCode(order.step().keyVersion()).role();
        String context = role == CardRole.TRANSPORT ? order.step().serial() : order.cardId();
        try {
            CardSessionGrant grant = sam.session(role, HexFormat.of().parseHex(context), request);
            if (order.step().act() != CardAct.UPDATE) {
                return new CardOpened(grant, List.of(), List.of());
            }
            CardId card = CardId.ofHex(order.cardId());
            return new CardOpened(grant, sam.ordersDue(order.facility(), card), sam.updatesDue(order.facility(), card));
        } catch (Refusal refused) {
            if (role == CardRole.TRANSPORT && refused.code() == FaultCode.CARD_KEYS_WRONG) {
                throw new OrderRefusedException(FaultCode.CARD_BLANK_UNKNOWN, "transport keys of a blank");
            }
            throw refused;
        }
    }
}
