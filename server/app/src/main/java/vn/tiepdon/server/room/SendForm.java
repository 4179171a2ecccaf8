package vn.tiepdon.server.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Where the current patient is to go.
 *
 * @param to codes of places, as the page lists them
 * @param order the same codes in the order in which they were chosen, with commas between; empty without scripts
 * @param back whether the patient comes back to this room
 */
record SendForm(List<String> to, String order, Boolean back) {

    private static final int MOST = 9;

    SendForm {
        to = to == null ? List.of() : to.stream().distinct().limit(MOST).toList();
        order = order == null ? "" : order;
        back = back != null && back;
    }

    List<String> inOrder() {
        List<String> chosen = new ArrayList<>(Arrays.asList(order.split(",")));
        return chosen.size() == to.size() && new HashSet<>(chosen).equals(new HashSet<>(to)) ? chosen : to;
    }
}
