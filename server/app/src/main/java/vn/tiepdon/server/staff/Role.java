package vn.tiepdon.server.staff;

/** What a member of staff may do. */
public enum Role {
    /** Devices and everything the others may. */
    ADMIN,
    /** The reception desk: find patients, issue cards. */
    RECEPTION,
    /** The panel of a room: call patients. */
    ROOM;

    public String authority() {
        return "ROLE_" + name();
    }
}
