package vn.tiepdon.kiosk.device.card;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.card.patientcard.CardChallenge;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.PatientCardReader;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** From a card to what the server is shown. The proof is for the server to judge: it holds the record of all cards. */
final class CardReading {

    private final PatientCardReader reader = new PatientCardReader();
    private final SecureRandom random = new SecureRandom();
    private final Supplier<Instant> serverTime;

    CardReading(Supplier<Instant> serverTime) {
        this.serverTime = serverTime;
    }

    Presentation.PatientCard read(Transport card, House house) throws TransportException, PatientCardException {
        SignedIdentityRecord signed = reader.read(card);
        // Before the signature: a card of another hospital is signed with keys that are not ours.
        signed.claimed().requireFacility(house.configuration().facility());
        Instant at = serverTime.get().truncatedTo(ChronoUnit.MILLIS);
        signed.verify(house.keys()::find).requireValidOn(house.dayOf(at));
        byte[] nonce = new byte[CardChallenge.NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] challenge = CardChallenge.of(house.configuration().deviceId(), at, nonce);
        byte[] signature = reader.authenticate(card, challenge);
        return new Presentation.PatientCard(signed.encoded(), new Presentation.CardProof(at, nonce, signature));
    }
}
