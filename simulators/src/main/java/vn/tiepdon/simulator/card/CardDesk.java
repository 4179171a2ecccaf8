package vn.tiepdon.simulator.card;

import java.util.UUID;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Reply;
import vn.tiepdon.simulator.harness.StaffLogin;

/** Reception with a stock of blank cards and a bridge: everything that a hospital does to patient cards. */
public final class CardDesk {

    private final HospitalClient hospital;
    private final StaffLogin administrator;
    private final DeskBridge bridge;

    /**
     * Enrols a bridge of its own.
     *
     * @param administrator who may order cards, as reception may, and alone may make blanks
     */
    public CardDesk(HospitalClient hospital, StaffLogin administrator) throws InterruptedException {
        this.hospital = hospital;
        this.administrator = administrator;
        this.bridge = new DeskBridge(hospital.newBridge(administrator, "Quầy thẻ"));
    }

    /** A blank card of the hospital's stock: it holds the transport keys that the server knows for its serial. */
    public VirtualPatientCard blank() throws InterruptedException {
        return VirtualPatientCard.loaded(
                hospital.blanks(administrator, 1).orThrow().blanks().get(0).installParameters());
    }

    /** The patient's card, made from a blank of the stock; one that the patient had before is replaced. */
    public VirtualPatientCard issue(String hospitalCode)
            throws TransportException, PatientCardException, InterruptedException {
        VirtualPatientCard card = blank();
        bridge.carryOut(newCard(hospitalCode), card.transport());
        card.reset();
        return card;
    }

    private UUID newCard(String hospitalCode) throws InterruptedException {
        Reply<CardOrder> first = hospital.order(administrator, hospitalCode, CardOrderKind.ISSUE, null);
        boolean hasOne = first instanceof Reply.Refused<CardOrder> refused && refused.code() == FaultCode.CARD_IN_FORCE;
        Reply<CardOrder> order = hasOne
                ? hospital.order(administrator, hospitalCode, CardOrderKind.REPLACE, CardOrderReason.OUTDATED)
                : first;
        return order.orThrow().id();
    }

    /** The card was reported lost: the register knows it from now on, the card itself does not. */
    public void block(String hospitalCode) throws InterruptedException {
        hospital.order(administrator, hospitalCode, CardOrderKind.BLOCK, null).orThrow();
    }

    /** Does to the card on the desk's reader what is ordered. */
    public void order(String hospitalCode, CardOrderKind kind, CardOrderReason reason, VirtualPatientCard card)
            throws TransportException, PatientCardException, InterruptedException {
        UUID order = hospital.order(administrator, hospitalCode, kind, reason)
                .orThrow()
                .id();
        bridge.carryOut(order, card.transport());
        card.reset();
    }

    /** @return what the card itself says of its state and its records; whoever talks to it has to begin again */
    public static CardDirectory state(VirtualPatientCard card) throws TransportException, PatientCardException {
        CardDirectory said = PatientCardReader.select(card.transport());
        card.reset();
        return said;
    }
}
