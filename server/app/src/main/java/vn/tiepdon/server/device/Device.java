package vn.tiepdon.server.device;

import java.security.Principal;
import java.util.List;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.server.facility.FacilityId;

/**
 * An enrolled device; also the principal of a request that carries its token.
 *
 * @param clinics codes of the clinics a screen shows; empty for a kiosk
 */
public record Device(FacilityId facility, DeviceId id, DeviceKind kind, String name, List<String> clinics)
        implements Principal {

    @Override
    public String getName() {
        return id.value();
    }
}
