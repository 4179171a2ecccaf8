package vn.tiepdon.server.room;

import java.util.List;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Seen;

/** What is to become of a number of the list. */
record NumberQuestion(Seen seen, String label, String maskedName, List<Ground> grounds) {

    /**
     * @param counts already
     * @param declared by the patient and not yet seen by staff
     */
    record Ground(PriorityGround ground, boolean counts, boolean declared, int key) {}

    @Override
    public String toString() {
        return "NumberQuestion[" + label + "]";
    }
}
