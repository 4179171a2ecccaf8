package vn.tiepdon.simulator.card;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardContact.CardKeyOrder;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.card.CardUpdate;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.PatientCardWriter;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;
import vn.tiepdon.simulator.harness.KioskClient;

/** A kiosk's part with a patient card, without the kiosk, in the order of docs/patient-card.md. For one thread. */
public final class CardKiosk {

    private final PatientCardReader reader = new PatientCardReader();
    private final SecureRandom random = new SecureRandom();
    private final KioskClient server;
    private final String device;

    public CardKiosk(KioskClient server) throws InterruptedException {
        this.server = server;
        this.device = server.configuration().orThrow().deviceId();
    }

    /**
     * A card that has proven itself and believes the other side too.
     *
     * @param directory as it was before
     * @param atServer what the server and the way to it took
     */
    public record Identified(
            CardDirectory directory,
            SignedIdentityRecord identity,
            CardContact contact,
            SecureChannel secure,
            Duration atServer) {}

    /**
     * From the SELECT to the open session, with one question to the server.
     *
     * @throws IllegalStateException when the server takes the card for a claim, or has nothing to say to it
     */
    public Identified identify(Transport card) throws TransportException, PatientCardException, InterruptedException {
        CardDirectory directory = PatientCardReader.select(card).requireInUse();
        SignedIdentityRecord identity = reader.identity(card, directory);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        byte[] nonce = bytes(CardChallenge.NONCE_LENGTH);
        byte[] proof = reader.authenticate(card, CardChallenge.of(device, at, nonce));
        byte[] challenge = bytes(SessionAnswer.CHALLENGE_LENGTH);
        byte[] answer = SecureChannel.request(card, directory.writing().orElseThrow(), challenge);
        long asked = System.nanoTime();
        Identification known = server.identify(new Presentation.PatientCard(
                        identity.encoded(),
                        new Presentation.CardProof(at, nonce, proof),
                        new CardSessionRequest(challenge, answer)))
                .orThrow();
        Duration atServer = Duration.ofNanos(System.nanoTime() - asked);
        if (!(known instanceof Identification.Proven proven) || proven.card() == null) {
            throw new IllegalStateException("the server did not open a contact with the card");
        }
        SecureChannel secure =
                SecureChannel.open(card, DeskBridge.keys(proven.card().session()));
        return new Identified(directory, identity, proven.card(), secure, atServer);
    }

    /**
     * Tells the card what the server has for it, and the server what the card is now.
     *
     * @return the card after it
     */
    public CardDirectory tell(Identified known, Transport card)
            throws TransportException, PatientCardException, InterruptedException {
        PatientCardWriter writer = new PatientCardWriter(known.secure());
        for (CardKeyOrder keys : known.contact().keyOrders()) {
            writer.putKeys(KeyVersion.ofCode(keys.keyVersion()), keys.order());
        }
        if (known.contact().activate()) {
            writer.activate();
        }
        for (CardUpdate update : known.contact().updates()) {
            if (update.revision() > known.directory().revision()) {
                writer.apply(
                        update.revision(),
                        Optional.ofNullable(update.emergency()),
                        Optional.ofNullable(update.medication()),
                        Optional.ofNullable(update.visit()));
            }
        }
        CardDirectory now = PatientCardReader.select(card);
        server.reportCard(known.contact().id(), DeskBridge.report(now, List.of()));
        return now;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
