package vn.tiepdon.server.card;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.contact.CardSessions;
import vn.tiepdon.server.card.contact.KeyOrders;
import vn.tiepdon.server.card.key.CardMasters;

/** The secure access module that stands in the server instead of in each reader: for whoever issues cards. */
@Service
public class CardSam {

    private final CardMasters masters;
    private final CardSessions sessions;
    private final KeyOrders orders;

    CardSam(CardMasters masters, CardSessions sessions, KeyOrders orders) {
        this.masters = masters;
        this.sessions = sessions;
        this.orders = orders;
    }

    /** What new cards get. */
    public KeyVersion current(CardRole role) {
        return masters.current(role);
    }

    /**
     * A card's own keys: for the delivery of blanks, and for nothing that can be had below.
     *
     * @param cardIdOrSerial 16 bytes, for transport keys 8
     */
    public CardKeys keys(KeyVersion version, byte[] cardIdOrSerial) {
        return masters.keys(version, cardIdOrSerial);
    }

    /**
     * Session keys for a card that shows that it holds its own.
     *
     * @param role that may be opened
     * @param cardIdOrSerial of the card that this claims to be: 16 bytes, for transport keys 8
     * @throws vn.tiepdon.server.fault.Refusal when the request opens no session
     */
    public CardSessionGrant session(CardRole role, byte[] cardIdOrSerial, CardSessionRequest request) {
        return sessions.open(role, cardIdOrSerial, request).grant();
    }

    /**
     * The key sets of all three roles for a card that is still blank.
     *
     * @param serial 8 bytes
     * @param transport the version of the keys that it holds
     */
    public List<CardKeyOrder> firstOrders(CardId card, byte[] serial, KeyVersion transport) {
        return orders.first(card, serial, transport);
    }
}
