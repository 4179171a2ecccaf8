package vn.tiepdon.server.queue.calling;

import java.util.List;
import vn.tiepdon.server.queue.order.Calls;

/**
 * What a room has done last, as far as it can be taken back.
 *
 * @param before what its queue had called before; null when the act called nobody out of it
 * @param after null likewise
 */
record LastAct(List<Was> tickets, Calls before, Calls after) {

    /** What the queue has called when this act has never been. */
    Calls without(Calls now) {
        return now.equals(after)
                ? before
                : new Calls(Math.max(0, now.made() - 1), Math.max(now.inARow(), before.inARow()));
    }
}
