package vn.tiepdon.simulator.card;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardBlanks.Blank;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.desk.NewCardKey;
import vn.tiepdon.api.desk.NewCardOrder;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.harness.BridgeClient;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.Reply;
import vn.tiepdon.simulator.harness.StaffLogin;

/** Issues cards as a desk does: blanks and orders of the hospital's server, which a bridge carries out (docs/desk.md). */
public final class VirtualDesk {

    private final SecureRandom random = new SecureRandom();
    private final HospitalClient hospital;
    private final StaffLogin administrator;
    private final BridgeClient bridge;

    private VirtualDesk(HospitalClient hospital, StaffLogin administrator, BridgeClient bridge) {
        this.hospital = hospital;
        this.administrator = administrator;
        this.bridge = bridge;
    }

    /** Enrols a bridge of its own. */
    public static VirtualDesk open(HospitalClient hospital, StaffLogin administrator) throws InterruptedException {
        return new VirtualDesk(hospital, administrator, hospital.newBridge(administrator, "Cầu nối ảo"));
    }

    /** @param hospitalCode of the patient whose card it becomes; an earlier card of theirs is replaced */
    public VirtualPatientCard issue(String hospitalCode)
            throws InterruptedException, TransportException, PatientCardException {
        Blank blank = hospital.newBlanks(administrator, 1).orThrow().blanks().get(0);
        VirtualPatientCard card = VirtualPatientCard.loaded(blank.installParameters());
        personalise(order(hospitalCode), card.transport());
        card.reset();
        return card;
    }

    private UUID order(String hospitalCode) throws InterruptedException {
        Reply<CardOrder> first = order(hospitalCode, CardOrderKind.ISSUE, null);
        boolean hasOne = first instanceof Reply.Refused<CardOrder> refused && refused.code() == FaultCode.CARD_IN_FORCE;
        Reply<CardOrder> made = hasOne ? order(hospitalCode, CardOrderKind.REPLACE, CardOrderReason.OUTDATED) : first;
        return made.orThrow().id();
    }

    private Reply<CardOrder> order(String hospitalCode, CardOrderKind kind, CardOrderReason reason)
            throws InterruptedException {
        return hospital.order(administrator, new NewCardOrder(hospitalCode, kind, reason));
    }

    private void personalise(UUID order, Transport card)
            throws InterruptedException, TransportException, PatientCardException {
        CardDirectory directory = PatientCardReader.select(card).requireBlank();
        CardApproach approach = bridge.card(order, onReader(directory)).orThrow();
        PatientCardPersonaliser personaliser = new PatientCardPersonaliser(open(order, card, approach));
        byte[] key = CardPublicKey.of(personaliser.generateKey()).point();
        CardPreparation preparation = bridge.prepare(order, new NewCardKey(key)).orThrow();
        for (CardKeyOrder keys : preparation.keyOrders()) {
            personaliser.putKeys(KeyVersion.ofCode(keys.keyVersion()), keys.order());
        }
        personaliser.storeIdentity(SignedIdentityRecord.parse(preparation.identity()));
        long revision = store(preparation.records(), personaliser);
        personaliser.personalise();
        List<Integer> versions =
                preparation.keyOrders().stream().map(CardKeyOrder::keyVersion).toList();
        // Not asked of the card: SELECT would end the session that may activate it.
        bridge.complete(order, new CardContactReport(revision, false, false, versions, List.of()))
                .orThrow();
        personaliser.activate();
    }

    /**
     * @param records null when there is nothing to tell yet
     * @return the card's revision
     */
    private static long store(CardUpdate records, PatientCardPersonaliser personaliser)
            throws TransportException, PatientCardException {
        if (records == null) {
            return 0;
        }
        personaliser.apply(
                records.revision(),
                Optional.ofNullable(records.emergency()),
                Optional.ofNullable(records.medication()),
                Optional.ofNullable(records.visit()));
        return records.revision();
    }

    private SecureChannel open(UUID order, Transport card, CardApproach approach)
            throws InterruptedException, TransportException, PatientCardException {
        byte[] challenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        random.nextBytes(challenge);
        byte[] answer = SecureChannel.request(card, KeyVersion.ofCode(approach.keyVersion()), challenge);
        CardSessionGrant granted = bridge.open(order, new CardSessionRequest(challenge, answer))
                .orThrow()
                .session();
        return SecureChannel.open(
                card,
                new SessionKeys(granted.encryption(), granted.mac(), granted.responseMac(), granted.hostCryptogram()));
    }

    private static CardOnReader onReader(CardDirectory blank) {
        return new CardOnReader(blank.serial().hex(), blank.state().code(), List.of(0, 0, 0), null);
    }
}
