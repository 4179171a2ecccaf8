package vn.tiepdon.server.checkin;

import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.queue.TicketId;

/** The codes that the house prints itself. */
final class HouseCodes {

    private HouseCodes() {}

    /** What the QR on a ticket says. */
    static String ticket(Facility facility, TicketId ticket) {
        return "TIEPDON:1:T:" + facility.code() + ":" + ticket;
    }
}
