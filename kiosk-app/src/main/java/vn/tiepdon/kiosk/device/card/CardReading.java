package vn.tiepdon.kiosk.device.card;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.card.CardSessionRequest;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/**
 * From a card to what the server is shown, in at most five commands. The proof is for the server to judge: it holds the
 * record of all cards, and the keys to talk with them.
 */
final class CardReading {

    private static final Logger LOG = LoggerFactory.getLogger(CardReading.class);

    /** Of the challenge that asks a card for a session. */
    private static final int HOST_CHALLENGE = 8;

    private final PatientCardReader reader = new PatientCardReader();
    private final SecureRandom random = new SecureRandom();
    private final Supplier<Instant> serverTime;

    CardReading(Supplier<Instant> serverTime) {
        this.serverTime = serverTime;
    }

    /** Leaves the card waiting for the answer to its part of a session. */
    ReadCard read(Transport card, House house) throws TransportException, PatientCardException {
        CardDirectory directory = PatientCardReader.select(card).requireInUse();
        SignedIdentityRecord signed = reader.identity(card, directory);
        // Before the signature: a card of another hospital is signed with keys that are not ours.
        signed.claimed().requireFacility(house.configuration().facility());
        Instant at = serverTime.get().truncatedTo(ChronoUnit.MILLIS);
        signed.verify(house.keys()::find).requireValidOn(house.dayOf(at));
        byte[] nonce = bytes(CardChallenge.NONCE_LENGTH);
        byte[] challenge = CardChallenge.of(house.configuration().deviceId(), at, nonce);
        byte[] signature = reader.authenticate(card, challenge);
        Presentation.CardProof proof = new Presentation.CardProof(at, nonce, signature);
        CardSessionRequest session = session(card, directory);
        return new ReadCard(
                new Presentation.PatientCard(signed.encoded(), proof, session),
                signed.claimed().cardId(),
                directory);
    }

    /** @return null when the card has no keys to write with, or none that still open: it identifies its holder all the same */
    private CardSessionRequest session(Transport card, CardDirectory directory) throws TransportException {
        if (directory.writing().isEmpty()) {
            return null;
        }
        byte[] challenge = bytes(HOST_CHALLENGE);
        try {
            return new CardSessionRequest(
                    challenge, SecureChannel.request(card, directory.writing().get(), challenge));
        } catch (PatientCardException e) {
            LOG.info("a card opens no session: {} ({})", CardFaults.of(e), e.getMessage());
            return null;
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
