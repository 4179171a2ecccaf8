package vn.tiepdon.server.staff;

import java.security.Principal;
import java.util.Set;
import vn.tiepdon.server.facility.FacilityId;

/** A member of staff; also the principal of a logged-in request. */
public record StaffMember(FacilityId facility, String login, String fullName, Set<Role> roles) implements Principal {

    @Override
    public String getName() {
        return login;
    }

    @Override
    public String toString() {
        return "StaffMember[" + login + "]";
    }
}
