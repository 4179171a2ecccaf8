package vn.tiepdon.simulator.card.citizen;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What opens a card.
 *
 * @param accessSeed SHA-1 of the MRZ information, for BAC and PACE
 * @param can as bytes of ISO 8859-1
 */
record AccessSecrets(byte[] accessSeed, byte[] can) {

    private static final int MRZ_REFERENCE = 1;
    private static final int CAN_REFERENCE = 2;

    static AccessSecrets of(Citizen citizen) {
        return new AccessSecrets(
                ZoneText.accessSeed(citizen.mrz()), citizen.can().digits().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The passwords of PACE by their reference (ICAO Doc 9303 part 11, 4.4.4.1). */
    Map<Integer, byte[]> pacePasswords() {
        return Map.of(MRZ_REFERENCE, accessSeed, CAN_REFERENCE, can);
    }

    @Override
    public String toString() {
        return "AccessSecrets[…]";
    }
}
