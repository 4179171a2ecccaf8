package vn.tiepdon.kiosk.station;

import java.security.SecureRandom;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.CardDirectory;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** A session with a card's reading keys, made here out of the station's masters. */
final class ReadingSession {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ReadingSession() {}

    /**
     * @param card selected
     * @throws StationException when the station has no master of the card's generation, or has another one: seen from the
     *     card's cryptogram, so that none of the card's tries is spent
     */
    static Transport open(Transport card, CardDirectory directory, CardId id, StationKeys keys)
            throws TransportException, PatientCardException, StationException {
        KeyVersion version =
                directory.reading().orElseThrow(() -> new StationException(FaultCode.CARD_KEYS_WRONG, null));
        MasterKey master =
                keys.master(version).orElseThrow(() -> new StationException(FaultCode.STATION_KEYS_OUTDATED, null));
        byte[] challenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        RANDOM.nextBytes(challenge);
        byte[] answer = SecureChannel.request(card, version, challenge);
        CardKeys derived = CardKeys.derive(master, version, id.bytes());
        try {
            return SecureChannel.open(card, SessionAnswer.to(derived, version, challenge, answer));
        } catch (CardAuthenticationFailedException e) {
            throw new StationException(FaultCode.CARD_KEYS_WRONG, e);
        } finally {
            derived.destroy();
        }
    }
}
