package vn.tiepdon.card.citizen;

import java.util.Map;
import java.util.Optional;

/**
 * Everything that one session with a chip gave. Holds raw files for whoever judges them; they belong in memory only.
 *
 * @param files the files as read, whole, tag and length included
 * @param cloneCheck what the chip did to show that it is no copy
 * @param cost what the session took
 */
public record ChipReading(
        CitizenIdentity identity, Access access, Map<ChipFile, byte[]> files, CloneCheck cloneCheck, Cost cost) {

    /** How the chip was opened. */
    public enum Access {
        PACE_CAN,
        PACE_MRZ,
        BAC
    }

    /**
     * At most one of the two: a chip that offers both is asked to sign.
     *
     * @param chipAuthenticated chip authentication (ICAO Doc 9303 part 11, 6.2) succeeded with the key of DG14; only
     *     whoever talked to the chip can know
     * @param activeAuthentication the chip's signature over the challenge that was given (6.1), which anybody can check
     *     with the key of DG15
     */
    public record CloneCheck(boolean chipAuthenticated, Optional<byte[]> activeAuthentication) {}

    /**
     * @param apdus command-response pairs, those for access included
     * @param bytes sent and received on the reader's side, protected as they were
     */
    public record Cost(int apdus, int bytes) {}

    @Override
    public String toString() {
        return "ChipReading[" + access + ", " + files.keySet() + ", " + cost + "]";
    }
}
