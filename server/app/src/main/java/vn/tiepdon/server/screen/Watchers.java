package vn.tiepdon.server.screen;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.device.Devices;
import vn.tiepdon.server.staff.StaffMember;

/** Who may look at which screen: the screen itself, and the staff of its hospital. */
@Component
class Watchers {

    private final Devices devices;

    Watchers(Devices devices) {
        this.devices = devices;
    }

    /** @throws ScreenUnknownException when there is no such screen for this one */
    Device screen(String deviceId, Authentication who) {
        Object principal = who.getPrincipal();
        if (principal instanceof Device own && own.id().value().equals(deviceId)) {
            return own;
        }
        if (principal instanceof StaffMember member) {
            return devices.find(member.facility(), new DeviceId(deviceId))
                    .filter(device -> device.kind() == DeviceKind.SCREEN)
                    .orElseThrow(() -> new ScreenUnknownException(deviceId));
        }
        throw new ScreenUnknownException(deviceId);
    }
}
