package vn.tiepdon.server.room;

import java.util.List;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.queue.Seen;

/**
 * What a room's panel shows.
 *
 * @param current null when nobody is called or inside
 * @param more how many wait beyond those listed
 * @param unwritten seen today without a word about what it was, the latest first
 * @param moreUnwritten how many there are beyond those listed
 */
record Panel(
        Current current,
        List<Waiting> waiting,
        int waitingCount,
        int more,
        List<Missed> missed,
        List<Unwritten> unwritten,
        int moreUnwritten) {

    /**
     * @param hospitalCode leads to the patient's record; null when the hospital gave none
     * @param called waited for; otherwise inside
     */
    record Current(
            Seen seen, String label, String maskedName, String hospitalCode, State state, boolean called, int calls) {

        @Override
        public String toString() {
            return "Current[" + label + "]";
        }
    }

    record Waiting(String label, String maskedName, long minutes) {}

    record Unwritten(String ticket, String label, String maskedName) {}

    record Missed(Seen seen, String label, String maskedName) {}

    @Override
    public String toString() {
        return "Panel[" + waitingCount + " waiting]";
    }
}
