package vn.tiepdon.api.card;

import java.util.List;

/**
 * What came of a {@link CardContact}, as the card itself says.
 *
 * @param revision the card's, after the last update that it took
 * @param keyVersions of reading, writing and administering, as the card holds them now
 * @param visits signed records of the card's log that the device read, the latest first; the server may not know them all
 */
public record CardContactReport(
        long revision, boolean blocked, boolean active, List<Integer> keyVersions, List<byte[]> visits) {

    @Override
    public String toString() {
        return "CardContactReport[" + revision + "]";
    }
}
