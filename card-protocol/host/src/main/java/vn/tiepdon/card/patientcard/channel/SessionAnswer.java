package vn.tiepdon.card.patientcard.channel;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import vn.tiepdon.card.patientcard.CardAuthenticationFailedException;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;

/**
 * The part of whoever holds the keys: checks that a card holds them too, and answers with the keys of one session
 * (Amendment D, 4.1.5 and 6.2.2).
 */
public final class SessionAnswer {

    /** Length of the host's random challenge, in bytes. */
    public static final int CHALLENGE_LENGTH = 8;

    static final int CARD_CRYPTOGRAM = 0x00;
    static final int HOST_CRYPTOGRAM = 0x01;
    static final int ENCRYPTION = 0x04;
    static final int MAC = 0x06;
    static final int RESPONSE_MAC = 0x07;

    private static final int LABEL_LENGTH = 12;

    private SessionAnswer() {}

    /**
     * @param keys this card's set of that version
     * @param expected the key version that was asked for
     * @param hostChallenge the 8 bytes that the card was sent
     * @param cardAnswer the card's answer to INITIALIZE UPDATE, 29 bytes
     * @throws CardAuthenticationFailedException when the card does not hold these keys
     * @throws MalformedRecordException when this is no such answer, or one of another key version
     */
    public static SessionKeys to(CardKeys keys, KeyVersion expected, byte[] hostChallenge, byte[] cardAnswer)
            throws CardAuthenticationFailedException, MalformedRecordException {
        CardAnswer answer = CardAnswer.parse(cardAnswer);
        if (!answer.keyVersion().equals(expected) || hostChallenge.length != CHALLENGE_LENGTH) {
            throw new MalformedRecordException(Reason.BAD_VALUE, 0);
        }
        return to(keys, hostChallenge, answer.challenge(), answer.cryptogram());
    }

    static SessionKeys to(CardKeys keys, byte[] hostChallenge, byte[] cardChallenge, byte[] cardCryptogram)
            throws CardAuthenticationFailedException {
        byte[] context = ByteBuffer.allocate(2 * CHALLENGE_LENGTH)
                .put(hostChallenge)
                .put(cardChallenge)
                .array();
        byte[] mac = derive(keys.mac(), MAC, CardKeys.KEY_LENGTH, context);
        byte[] proof = derive(mac, CARD_CRYPTOGRAM, SessionKeys.CRYPTOGRAM_LENGTH, context);
        if (!MessageDigest.isEqual(proof, cardCryptogram)) {
            throw new CardAuthenticationFailedException();
        }
        return new SessionKeys(
                derive(keys.encryption(), ENCRYPTION, CardKeys.KEY_LENGTH, context),
                mac,
                derive(keys.mac(), RESPONSE_MAC, CardKeys.KEY_LENGTH, context),
                derive(mac, HOST_CRYPTOGRAM, SessionKeys.CRYPTOGRAM_LENGTH, context));
    }

    /**
     * @param constant what the bytes are for (Amendment D, table 4-1)
     * @param context host challenge, card challenge
     */
    static byte[] derive(byte[] key, int constant, int length, byte[] context) {
        byte[] before = ByteBuffer.allocate(LABEL_LENGTH + 1 + Short.BYTES)
                .put(LABEL_LENGTH - 1, (byte) constant)
                .putShort(LABEL_LENGTH + 1, (short) (length * Byte.SIZE))
                .array();
        return KeyDerivation.derive(key, before, context, length);
    }
}
