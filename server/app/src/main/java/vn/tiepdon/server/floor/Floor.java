package vn.tiepdon.server.floor;

import java.util.List;
import vn.tiepdon.server.device.DeviceRow;
import vn.tiepdon.server.report.Figures;

/**
 * The whole hall at one moment.
 *
 * @param at by the hospital's wall clock, HH:mm:ss
 * @param devices those that somebody must look after
 * @param today the day's figures so far
 */
record Floor(
        String at,
        List<FloorQueue> queues,
        List<DeviceRow> devices,
        List<FloorConcern.Concern> concerns,
        Figures today) {

    public int waiting() {
        return queues.stream().mapToInt(it -> it.load().waiting()).sum();
    }

    public boolean calm() {
        return devices.isEmpty() && concerns.isEmpty();
    }
}
