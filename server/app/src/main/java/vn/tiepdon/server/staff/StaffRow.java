package vn.tiepdon.server.staff;

import java.util.Set;

/**
 * A login as an administrator sees it.
 *
 * @param mustChange whether somebody else has set the password
 */
public record StaffRow(String login, String fullName, Set<Role> roles, boolean enabled, boolean mustChange) {

    /** Whether this one can do what only administrators can. */
    boolean administers() {
        return enabled && roles.contains(Role.ADMIN);
    }

    @Override
    public String toString() {
        return "StaffRow[" + login + "]";
    }
}
