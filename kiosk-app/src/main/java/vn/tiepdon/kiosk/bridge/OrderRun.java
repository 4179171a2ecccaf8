package vn.tiepdon.kiosk.bridge;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Consumer;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.kiosk.client.CardOrders;
import vn.tiepdon.kiosk.client.ReceptionException;

/** One order, carried out with the card on the reader: what is done and with which keys is the server's to say. */
final class OrderRun {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID id;
    private final CardOrders server;
    private final Asking asking;
    private final Consumer<BridgeEvent> progress;
    private final PatientCardReader reader = new PatientCardReader();
    private volatile boolean taken;

    OrderRun(UUID id, CardOrders server, Asking asking, Consumer<BridgeEvent> progress) {
        this.id = id;
        this.server = server;
        this.asking = asking;
        this.progress = progress;
    }

    /** Whether the server has said that this card is the right one: what fails now is the card's fault. */
    boolean isTaken() {
        return taken;
    }

    /** @throws ReceptionException when the server refuses, or does not answer */
    void perform(Transport card) throws TransportException, PatientCardException, InterruptedException {
        CardDirectory directory = PatientCardReader.select(card);
        CardOnReader seen = Reporting.onReader(directory, cardId(card, directory));
        CardApproach approach = asking.ask(() -> server.card(id, seen));
        taken = true;
        byte[] challenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        RANDOM.nextBytes(challenge);
        byte[] answer = SecureChannel.request(card, version(approach.keyVersion()), challenge);
        CardOpened opened = asking.ask(() -> server.opening(id, new CardSessionRequest(challenge, answer)));
        Transport secure = SecureChannel.open(card, keys(opened.session()));
        progress.accept(BridgeEvent.opened(id));
        switch (approach.act()) {
            case PERSONALISE -> new Personalising(id, server, asking, progress).perform(secure);
            case ACTIVATE -> {
                complete(Reporting.of(directory));
                Personalising.activate(secure);
            }
            case UNBLOCK, END, BLOCK, UPDATE -> {
                new Telling(id, progress).perform(secure, approach.act(), opened, directory);
                complete(Reporting.of(PatientCardReader.select(card)));
            }
        }
    }

    private void complete(CardContactReport report) throws InterruptedException {
        asking.ask(() -> server.completion(id, report));
    }

    /** @return null of a card that has none, or shows none any more */
    private String cardId(Transport card, CardDirectory directory) throws TransportException, PatientCardException {
        return directory.state() == Lifecycle.BLANK || directory.state() == Lifecycle.ENDED
                ? null
                : reader.identity(card, directory).claimed().cardId().hex();
    }

    static KeyVersion version(int code) {
        try {
            return KeyVersion.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw new ReceptionException(FaultCode.SERVER_FAULT, e);
        }
    }

    private static SessionKeys keys(CardSessionGrant grant) {
        try {
            return new SessionKeys(grant.encryption(), grant.mac(), grant.responseMac(), grant.hostCryptogram());
        } catch (IllegalArgumentException e) {
            throw new ReceptionException(FaultCode.SERVER_FAULT, e);
        }
    }
}
