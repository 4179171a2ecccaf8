package vn.tiepdon.server.appointment;

import vn.tiepdon.server.staff.StaffMember;

/**
 * Whose doing a change is.
 *
 * @param name login, device id or other system
 * @param source address the request came from
 */
public record Actor(String name, String source) {

    /** The day is over and somebody was not there: nobody's doing. */
    static final Actor CALENDAR = new Actor("calendar", "");

    public static Actor of(StaffMember staff, String source) {
        return new Actor(staff.login(), source);
    }
}
