package vn.tiepdon.server.room;

import java.util.Optional;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.history.VisitDetails;

/**
 * What was written when a visit ended, for the doctor to see that it is right.
 *
 * @param visit its id, which leads to its correction
 * @param expected when the patient is expected again
 */
record Written(String label, long visit, VisitDetails details, Kept kept, Optional<Slot> expected) {

    /** Whether a place is kept for the next visit. */
    enum Kept {
        /** No next visit was named, or the clinic sees nobody by appointment. */
        NOT_ASKED,
        YES,
        /** Every place for weeks has somebody else: the desk must find one. */
        NO
    }

    @Override
    public String toString() {
        return "Written[…]";
    }
}
