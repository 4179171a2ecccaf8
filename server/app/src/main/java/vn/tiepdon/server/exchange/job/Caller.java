package vn.tiepdon.server.exchange.job;

import java.security.Principal;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** Who asks: an administrator, or another system. */
record Caller(FacilityId facility, String name) {

    static Caller of(Principal principal) {
        if (principal instanceof StaffMember staff) {
            return new Caller(staff.facility(), staff.login());
        }
        if (principal instanceof Device device) {
            return new Caller(device.facility(), device.id().value());
        }
        throw new IllegalStateException("neither staff nor device");
    }
}
