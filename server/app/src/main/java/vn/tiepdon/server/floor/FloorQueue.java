package vn.tiepdon.server.floor;

import java.util.List;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.queue.forecast.Estimate;
import vn.tiepdon.server.queue.view.Load;

/**
 * One queue as the floor shows it.
 *
 * @param open whether it takes people now
 * @param longest minutes that the one has waited who has waited longest; null when nobody waits
 * @param estimate for somebody who comes now
 */
record FloorQueue(Text name, boolean open, Load load, Long longest, Estimate estimate, List<FloorRoom> rooms) {

    /** People wait, and no room has called anybody or all are paused. */
    public boolean stuck() {
        return load.waiting() > 0 && rooms.stream().noneMatch(it -> it.state() == FloorRoom.State.CALLS);
    }
}
