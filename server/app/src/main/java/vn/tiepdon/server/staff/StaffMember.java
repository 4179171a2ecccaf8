package vn.tiepdon.server.staff;

import java.security.Principal;
import java.util.Set;
import vn.tiepdon.server.facility.FacilityId;

/**
 * A member of staff; also the principal of a logged-in request.
 *
 * @param version raised by whatever ends this member's sessions: other roles, another password, being shut out
 */
public record StaffMember(FacilityId facility, String login, String fullName, Set<Role> roles, int version)
        implements Principal {

    /** As a login that was just made. */
    public StaffMember(FacilityId facility, String login, String fullName, Set<Role> roles) {
        this(facility, login, fullName, roles, 1);
    }

    @Override
    public String getName() {
        return login;
    }

    @Override
    public String toString() {
        return "StaffMember[" + login + "]";
    }
}
