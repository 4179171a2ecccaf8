package vn.tiepdon.api.desk;

import java.util.List;

/**
 * What the card on the bridge's reader said to SELECT, and its identity file's card id; see docs/patient-card.md.
 *
 * @param serial 8 bytes as upper-case hex
 * @param state the card's own byte: 01 blank, 03 personalised, 07 active, 0F blocked, 7F ended
 * @param keyVersions of reading, writing and administering; 0 while there is none
 * @param cardId 16 bytes as upper-case hex; null of a blank or ended card
 */
public record CardOnReader(String serial, int state, List<Integer> keyVersions, String cardId) {

    @Override
    public String toString() {
        return "CardOnReader[" + Integer.toHexString(state) + "]";
    }
}
