package vn.tiepdon.server.administration;

import jakarta.servlet.http.HttpServletRequest;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/**
 * Whose doing it is.
 *
 * @param source address the request came from
 */
record By(StaffMember staff, String source) {

    static By of(StaffMember staff, HttpServletRequest request) {
        return new By(staff, request.getRemoteAddr());
    }

    FacilityId facility() {
        return staff.facility();
    }
}
