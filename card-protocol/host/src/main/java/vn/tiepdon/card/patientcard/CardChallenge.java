package vn.tiepdon.card.patientcard;

import java.time.Instant;
import vn.tiepdon.card.BoundChallenge;

/** What a patient card is asked to sign. */
public final class CardChallenge {

    public static final int LENGTH = BoundChallenge.LENGTH;
    public static final int NONCE_LENGTH = BoundChallenge.NONCE_LENGTH;

    private static final String LABEL = "TDCHAL01";

    private CardChallenge() {}

    /** @return the 32 bytes of {@link BoundChallenge#of} with the label {@code TDCHAL01} */
    public static byte[] of(String deviceId, Instant at, byte[] nonce) {
        return BoundChallenge.of(LABEL, deviceId, at, nonce);
    }
}
