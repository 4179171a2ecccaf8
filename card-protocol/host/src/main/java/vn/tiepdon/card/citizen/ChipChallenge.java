package vn.tiepdon.card.citizen;

import java.time.Instant;
import java.util.Arrays;
import vn.tiepdon.card.BoundChallenge;

/**
 * What a chip is asked to sign in active authentication. Eight bytes are what the protocol has room for (ICAO Doc 9303
 * part 11, 6.1).
 */
public final class ChipChallenge {

    public static final int LENGTH = 8;
    public static final int NONCE_LENGTH = BoundChallenge.NONCE_LENGTH;

    private static final String LABEL = "TDCHIP01";

    private ChipChallenge() {}

    /** @return the first 8 bytes of {@link BoundChallenge#of} with the label {@code TDCHIP01} */
    public static byte[] of(String deviceId, Instant at, byte[] nonce) {
        return Arrays.copyOf(BoundChallenge.of(LABEL, deviceId, at, nonce), LENGTH);
    }
}
