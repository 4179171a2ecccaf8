package vn.tiepdon.card.patientcard.channel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/** What a card that holds these keys answers to INITIALIZE UPDATE. */
public final class ChipSide {

    private ChipSide() {}

    /** @param id card id, or serial */
    public static byte[] answer(CardKeys keys, byte[] id, byte[] hostChallenge) {
        byte[] cardChallenge = new byte[SessionAnswer.CHALLENGE_LENGTH];
        new SecureRandom().nextBytes(cardChallenge);
        byte[] context =
                ByteBuffer.allocate(16).put(hostChallenge).put(cardChallenge).array();
        byte[] mac = SessionAnswer.derive(keys.mac(), SessionAnswer.MAC, CardKeys.KEY_LENGTH, context);
        return ByteBuffer.allocate(CardAnswer.LENGTH)
                .put(Arrays.copyOf(id, 10))
                .put((byte) keys.version().code())
                .put((byte) 3)
                .put((byte) 0x60)
                .put(cardChallenge)
                .put(SessionAnswer.derive(mac, SessionAnswer.CARD_CRYPTOGRAM, 8, context))
                .array();
    }
}
