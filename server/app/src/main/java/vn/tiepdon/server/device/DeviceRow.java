package vn.tiepdon.server.device;

import java.util.List;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.device.DeviceKind;

/**
 * One device as an administrator sees it.
 *
 * @param seen when it was last heard from, as text; null when never
 * @param version null when it never reported
 * @param faultySince since when there are faults, as text; null when there are none, or nobody knows
 * @param unsent check-ins on its disk that the server has not answered
 */
public record DeviceRow(
        String id,
        DeviceKind kind,
        String name,
        List<String> clinics,
        Status status,
        String seen,
        String version,
        List<Fault> faults,
        String faultySince,
        int unsent,
        ScreenLook look) {

    public boolean screen() {
        return kind == DeviceKind.SCREEN;
    }

    /** What to do about it, as a key of the texts; null when there is nothing to do beyond its faults. */
    public String hint() {
        return switch (status) {
            case INVITED -> "device.invited.hint";
            case SILENT -> "device.silent.hint";
            case REVOKED -> "device.revoked.hint";
            case WELL, FAULTY -> null;
        };
    }

    /** @param text what is broken and how to mend it */
    public record Fault(DeviceHealth.Kind part, String mark, Text text) {}

    /** How it is, from what it said last and when. */
    public enum Status {
        FAULTY,
        SILENT,
        WELL,
        INVITED,
        REVOKED;

        public boolean needsAttention() {
            return this == FAULTY || this == SILENT;
        }
    }
}
