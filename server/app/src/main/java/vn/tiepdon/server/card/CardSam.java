package vn.tiepdon.server.card;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.card.contact.CardReports;
import vn.tiepdon.server.card.contact.CardSessions;
import vn.tiepdon.server.card.contact.CardTasks;
import vn.tiepdon.server.card.contact.CardUpdates;
import vn.tiepdon.server.card.contact.KeyOrders;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The secure access module that stands in the server instead of in each reader: for whoever issues cards. */
@Service
public class CardSam {

    private final CardMasters masters;
    private final CardSessions sessions;
    private final KeyOrders orders;
    private final CardUpdates updates;
    private final CardTasks tasks;
    private final CardReports reports;
    private final CardRegister register;

    CardSam(
            CardMasters masters,
            CardSessions sessions,
            KeyOrders orders,
            CardUpdates updates,
            CardTasks tasks,
            CardReports reports,
            CardRegister register) {
        this.masters = masters;
        this.sessions = sessions;
        this.orders = orders;
        this.updates = updates;
        this.tasks = tasks;
        this.reports = reports;
        this.register = register;
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

    /** What a card that is being personalised is told at once, as its first revision: its records, without visits. */
    public CardUpdate firstRecords(FacilityId facility, PatientId patient, CardId card, long revision) {
        return updates.first(facility, patient, card, revision);
    }

    /**
     * A card has become valid, in the caller's transaction: its records, should they have changed since it was
     * prepared, and its patient's last visits are what it has still to be told.
     *
     * @param recordsChanged by {@link vn.tiepdon.server.card.register.CardNews}, whose turn the caller has
     */
    public void begun(FacilityId facility, CardId card, boolean recordsChanged) {
        tasks.begin(facility, register.lock(facility, card).orElseThrow(), recordsChanged);
    }

    /** New key sets for a card in force, in the order in which it is to take them; mostly none. */
    public List<CardKeyOrder> ordersDue(FacilityId facility, CardId card) {
        return register.find(facility, card).map(orders::due).orElse(List.of());
    }

    /** What a card in force has still to be told, as much as one contact takes, the oldest first. */
    public List<CardUpdate> updatesDue(FacilityId facility, CardId card) {
        return register.find(facility, card)
                .map(it -> updates.due(facility, it))
                .orElse(List.of());
    }

    /**
     * What a card says that it holds now, in the caller's transaction.
     *
     * @throws vn.tiepdon.server.fault.Refusal when no card says this
     */
    public void told(FacilityId facility, CardId card, CardContactReport report) {
        reports.take(facility, card, report);
    }
}
