package vn.tiepdon.server.device;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.device.DeviceInvitation;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.server.staff.StaffMember;

/** An administrator's program invites a device. */
@RestController
class AdminDeviceController {

    private final Enrolments enrolments;
    private final NewDevices newDevices;

    AdminDeviceController(Enrolments enrolments, NewDevices newDevices) {
        this.enrolments = enrolments;
        this.newDevices = newDevices;
    }

    @PostMapping(ApiPaths.ADMIN_DEVICES)
    @ResponseStatus(HttpStatus.CREATED)
    DeviceInvitation invite(
            @AuthenticationPrincipal StaffMember admin, @RequestBody NewDevice device, HttpServletRequest request) {
        return enrolments.invite(admin, request.getRemoteAddr(), newDevices.checked(admin.facility(), device));
    }
}
