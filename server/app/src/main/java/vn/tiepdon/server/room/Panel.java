package vn.tiepdon.server.room;

import java.util.List;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.queue.Cause;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.view.Pause;

/**
 * What a room's panel shows.
 *
 * @param current null when nobody is called or inside
 * @param more how many wait beyond those listed
 * @param unwritten seen today without a word about what it was, the latest first
 * @param moreUnwritten how many there are beyond those listed
 * @param away sent away from here and to come back
 * @param undoable labels of the numbers that undoing would concern; empty when there is nothing to undo
 * @param pause why this room calls nobody; null when it calls
 */
record Panel(
        Current current,
        List<Waiting> waiting,
        int waitingCount,
        int more,
        List<Missed> missed,
        List<Unwritten> unwritten,
        int moreUnwritten,
        List<Away> away,
        List<String> undoable,
        Pause pause) {

    /**
     * @param hospitalCode leads to the patient's record; null when the hospital gave none
     * @param called waited for; otherwise inside
     * @param ordered whether the first thing that is paid for is ordered; null when the room does not say so
     */
    record Current(
            Seen seen,
            String label,
            String maskedName,
            String hospitalCode,
            State state,
            boolean called,
            int calls,
            Boolean ordered) {

        @Override
        public String toString() {
            return "Current[" + label + "]";
        }
    }

    /**
     * @param grounds for going first, those that count
     * @param declared whether the patient says there are more
     * @param cause why it waits here
     */
    record Waiting(
            Seen seen,
            String label,
            String maskedName,
            long minutes,
            List<PriorityGround> grounds,
            boolean declared,
            Cause cause) {

        @Override
        public String toString() {
            return "Waiting[" + label + "]";
        }
    }

    /** @param where the place that the patient is at now */
    record Away(String label, Text where) {}

    record Unwritten(String ticket, String label, String maskedName) {}

    record Missed(Seen seen, String label, String maskedName) {}

    @Override
    public String toString() {
        return "Panel[" + waitingCount + " waiting]";
    }
}
