package vn.tiepdon.simulator.card;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardContactReport;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.Lifecycle;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.patientcard.channel.SessionKeys;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.harness.BridgeClient;

/**
 * The desk's bridge without its browser: does with a card what an order says, in the steps of docs/desk.md. Keeps nothing
 * between two orders, so one that was cut off is begun again with the same order and card.
 */
public final class DeskBridge {

    private final PatientCardReader reader = new PatientCardReader();
    private final SecureRandom random = new SecureRandom();
    private final BridgeClient server;

    public DeskBridge(BridgeClient server) {
        this.server = server;
    }

    /** A card on this bridge's reader, and what the server wants done with it. */
    public record Taken(UUID order, CardDirectory card, CardApproach approach) {}

    /**
     * Carries an order out, from the card on the reader to the confirmation.
     *
     * @throws vn.tiepdon.simulator.harness.NotAnsweredException when the server refuses a step, or does not answer
     */
    public void carryOut(UUID order, Transport card)
            throws TransportException, PatientCardException, InterruptedException {
        goOn(take(order, card), card);
    }

    /** The first step: from here on the order is in this bridge's hands. */
    public Taken take(UUID order, Transport card)
            throws TransportException, PatientCardException, InterruptedException {
        CardDirectory directory = PatientCardReader.select(card);
        boolean named = directory.state() != Lifecycle.BLANK && directory.state() != Lifecycle.ENDED;
        String cardId =
                named ? reader.identity(card, directory).claimed().cardId().hex() : null;
        CardOnReader onReader =
                new CardOnReader(directory.serial().hex(), directory.state().code(), keyVersions(directory), cardId);
        return new Taken(order, directory, server.card(order, onReader).orThrow());
    }

    /** All other steps. */
    public void goOn(Taken taken, Transport card)
            throws TransportException, PatientCardException, InterruptedException {
        UUID order = taken.order();
        byte[] challenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        random.nextBytes(challenge);
        byte[] answer =
                SecureChannel.request(card, KeyVersion.ofCode(taken.approach().keyVersion()), challenge);
        CardOpened opened =
                server.opening(order, new CardSessionRequest(challenge, answer)).orThrow();
        Transport secure = SecureChannel.open(card, keys(opened.session()));
        PatientCardWriter writer = new PatientCardWriter(secure);
        switch (taken.approach().act()) {
            case PERSONALISE -> {
                CardContactReport made = personalise(order, new PatientCardPersonaliser(secure));
                server.completion(order, made).orThrow();
                writer.activate();
                return;
            }
            case ACTIVATE -> {
                server.completion(order, report(taken.card(), List.of())).orThrow();
                writer.activate();
                return;
            }
            case UNBLOCK -> writer.unblock();
            case BLOCK -> writer.block();
            case END -> writer.end();
            case UPDATE -> update(writer, opened);
        }
        server.completion(order, report(PatientCardReader.select(card), List.of()))
                .orThrow();
    }

    private CardContactReport personalise(UUID order, PatientCardPersonaliser card)
            throws TransportException, PatientCardException, InterruptedException {
        byte[] key = CardPublicKey.of(card.generateKey()).point();
        CardPreparation preparation = server.preparation(order, key).orThrow();
        for (CardKeyOrder keys : preparation.keyOrders()) {
            card.putKeys(KeyVersion.ofCode(keys.keyVersion()), keys.order());
        }
        card.storeIdentity(SignedIdentityRecord.parse(preparation.identity()));
        CardUpdate records = preparation.records();
        if (records != null) {
            card.apply(
                    records.revision(),
                    Optional.ofNullable(records.emergency()),
                    Optional.ofNullable(records.medication()),
                    Optional.ofNullable(records.visit()));
        }
        card.personalise();
        List<Integer> versions =
                preparation.keyOrders().stream().map(CardKeyOrder::keyVersion).toList();
        return new CardContactReport(records == null ? 0 : records.revision(), false, false, versions, List.of());
    }

    private static void update(PatientCardWriter card, CardOpened opened)
            throws TransportException, PatientCardException {
        for (CardKeyOrder keys : opened.keyOrders()) {
            card.putKeys(KeyVersion.ofCode(keys.keyVersion()), keys.order());
        }
        for (CardUpdate update : opened.updates()) {
            card.apply(
                    update.revision(),
                    Optional.ofNullable(update.emergency()),
                    Optional.ofNullable(update.medication()),
                    Optional.ofNullable(update.visit()));
        }
    }

    /** @param visits that were read from its log */
    static CardContactReport report(CardDirectory card, List<byte[]> visits) {
        return new CardContactReport(
                card.revision(),
                card.state() == Lifecycle.BLOCKED,
                card.state() == Lifecycle.ACTIVE,
                keyVersions(card),
                visits);
    }

    private static List<Integer> keyVersions(CardDirectory card) {
        return Stream.of(card.reading(), card.writing(), card.administering())
                .map(version -> version.map(KeyVersion::code).orElse(0))
                .toList();
    }

    /** What the server grants, in the form that the card's channel wants. */
    public static SessionKeys keys(CardSessionGrant grant) {
        return new SessionKeys(grant.encryption(), grant.mac(), grant.responseMac(), grant.hostCryptogram());
    }
}
