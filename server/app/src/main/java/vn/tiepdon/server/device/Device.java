package vn.tiepdon.server.device;

import java.security.Principal;
import java.util.List;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.server.facility.FacilityId;

/**
 * An enrolled device; also the principal of a request that carries its token.
 *
 * @param clinics codes of the clinics a screen shows; empty for a kiosk
 * @param look of no meaning for anything but a screen
 */
public record Device(
        FacilityId facility, DeviceId id, DeviceKind kind, String name, List<String> clinics, ScreenLook look)
        implements Principal {

    /** One that is no screen, or a screen as it usually is. */
    public Device(FacilityId facility, DeviceId id, DeviceKind kind, String name, List<String> clinics) {
        this(facility, id, kind, name, clinics, ScreenLook.USUAL);
    }

    @Override
    public String getName() {
        return id.value();
    }
}
