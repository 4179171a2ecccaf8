package vn.tiepdon.server.device;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.server.device.NewDeviceInvalidException.Reason;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;

/** Checks what an administrator asks for. */
@Component
class NewDevices {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CLINICS = 400;

    private final Facilities facilities;

    NewDevices(Facilities facilities) {
        this.facilities = facilities;
    }

    /** @throws NewDeviceInvalidException with the reason */
    NewDevice checked(FacilityId facility, NewDevice asked) {
        require(asked.kind() != null, Reason.KIND_MISSING);
        String name = name(asked.name());
        List<String> clinics = asked.clinics() == null
                ? List.of()
                : asked.clinics().stream().distinct().toList();
        boolean screen = asked.kind() == DeviceKind.SCREEN;
        require(screen || clinics.isEmpty(), Reason.CLINICS_WITHOUT_SCREEN);
        require(!screen || !clinics.isEmpty(), Reason.SCREEN_WITHOUT_CLINIC);
        require(
                clinics.stream()
                        .allMatch(code -> facilities.clinic(facility, code).isPresent()),
                Reason.CLINIC_UNKNOWN);
        require(String.join(",", clinics).length() <= LONGEST_CLINICS, Reason.TOO_MANY_CLINICS);
        return new NewDevice(asked.kind(), name, clinics);
    }

    /** @throws NewDeviceInvalidException when it is empty or too long */
    static String name(String typed) {
        String name = typed == null ? "" : typed.strip();
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, Reason.NAME_MISSING_OR_TOO_LONG);
        return name;
    }

    private static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new NewDeviceInvalidException(otherwise);
        }
    }
}
