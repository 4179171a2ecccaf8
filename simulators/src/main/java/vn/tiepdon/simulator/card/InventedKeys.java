package vn.tiepdon.simulator.card;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardSerial;
import vn.tiepdon.card.patientcard.PatientCardException;
import vn.tiepdon.card.patientcard.channel.CardKeys;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;
import vn.tiepdon.card.patientcard.channel.MasterKeys;
import vn.tiepdon.card.patientcard.channel.SecureChannel;
import vn.tiepdon.card.patientcard.channel.SessionAnswer;
import vn.tiepdon.card.transport.Transport;
import vn.tiepdon.card.transport.TransportException;

/** Master keys that everybody may know, and what a hospital does with its own. */
public final class InventedKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MASTER_LENGTH = 32;

    private InventedKeys() {}

    static CardKeys transport(CardSerial serial) {
        return CardKeys.derive(master(CardRole.TRANSPORT), first(CardRole.TRANSPORT), serial.bytes());
    }

    /** @param role any but transport */
    static CardKeys of(CardRole role, CardId card) {
        return CardKeys.derive(master(role), first(role), card.bytes());
    }

    /** Opens a session with a personalised card that has been selected. */
    public static SecureChannel open(Transport selected, CardRole role, CardId card)
            throws TransportException, PatientCardException {
        return open(selected, of(role, card));
    }

    static SecureChannel open(Transport selected, CardKeys keys) throws TransportException, PatientCardException {
        byte[] challenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        RANDOM.nextBytes(challenge);
        byte[] answer = SecureChannel.request(selected, keys.version(), challenge);
        return SecureChannel.open(selected, SessionAnswer.to(keys, keys.version(), challenge, answer));
    }

    private static KeyVersion first(CardRole role) {
        return new KeyVersion(role, 1);
    }

    private static MasterKey master(CardRole role) {
        byte[] bytes = new byte[MASTER_LENGTH];
        Arrays.fill(bytes, (byte) role.code());
        return MasterKeys.of(new SecretKeySpec(bytes, "AES"));
    }
}
