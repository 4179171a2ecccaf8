package vn.tiepdon.server.screen;

import java.util.List;
import java.util.Locale;
import vn.tiepdon.server.device.ScreenLook;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/**
 * What somebody wants to see on a screen; screens with equal wishes show the same.
 */
record Wish(FacilityId facility, List<ClinicId> clinics, ScreenLook look, Locale locale) {

    Wish {
        clinics = List.copyOf(clinics);
    }
}
