package vn.tiepdon.server.room;

import java.util.List;
import vn.tiepdon.api.Text;

/**
 * Where the current patient is to go next.
 *
 * @param places each of the first nine on the digit of its place; laboratory and the like first, then clinics
 */
record SendQuestion(String label, List<Place> places) {

    /** @param returns whether one usually comes back from there
     * @param key null where there is no digit left */
    record Place(String code, Text name, int waiting, boolean open, boolean returns, String key) {}
}
