package vn.tiepdon.api.kiosk;

import java.time.Instant;
import java.util.List;
import vn.tiepdon.api.Text;

/**
 * What a kiosk must know of its house. Asked for at start and every few minutes.
 *
 * @param deviceId this kiosk, as the challenge to a card names it
 * @param facility the five characters of the facility code (mã CSKCB)
 * @param zone the hospital's time zone, IANA name
 * @param desk where a person helps: "quầy số 1"
 * @param now the server's clock, so that a kiosk with a wrong one still makes fresh challenges
 * @param cardKeys keys that sign the hospital's cards
 * @param citizenChips whether the chips of ID cards may be read here, with their holders' consent
 */
public record KioskConfiguration(
        String deviceId,
        String deviceName,
        String facility,
        Text hospital,
        String zone,
        Text desk,
        Instant now,
        List<CardKey> cardKeys,
        boolean citizenChips) {

    /**
     * @param id first 8 bytes of the SHA-256 of the key, as hex
     * @param publicKey X.509 SubjectPublicKeyInfo, EC P-256
     */
    public record CardKey(String id, byte[] publicKey) {}
}
