package vn.tiepdon.server.appointment;

/** What came of booking, moving or cancelling. */
public sealed interface Booked {

    /** @param appointment as it is now */
    record Done(Appointment appointment) implements Booked {}

    /** Nothing was changed. */
    record Refused(Reason why) implements Booked {}

    /** Why not. */
    enum Reason {
        /** The time has passed. */
        PAST,
        /** The clinic's schedule knows no such time, or the clinic is closed then. */
        NO_SUCH_SLOT,
        /** Others have all places. */
        FULL,
        /** The patient has an appointment in this clinic on that day already. */
        SAME_DAY,
        /** Somebody changed the appointment meanwhile, or it is over. */
        STALE
    }
}
