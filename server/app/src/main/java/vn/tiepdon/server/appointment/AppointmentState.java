package vn.tiepdon.server.appointment;

import java.util.EnumSet;
import java.util.Set;

/** Where an appointment stands. */
public enum AppointmentState {
    /** The place is kept. */
    BOOKED,
    /** The patient has taken a number for it. */
    ARRIVED,
    /** The visit is over. */
    FULFILLED,
    /** The place was given back. */
    CANCELLED,
    /** The day is over and nobody came. */
    NO_SHOW;

    private static final Set<AppointmentState> AFTER_BOOKED = EnumSet.of(BOOKED, ARRIVED, CANCELLED, NO_SHOW);

    /**
     * A booked one may become booked again: it moves to another slot. One who has arrived does so only by {@link
     * Appointment#expectedAgain}.
     */
    boolean mayBecome(AppointmentState next) {
        return switch (this) {
            case BOOKED -> AFTER_BOOKED.contains(next);
            case ARRIVED -> next == FULFILLED;
            case FULFILLED, CANCELLED, NO_SHOW -> false;
        };
    }

    /** Whether nobody else can have the place. */
    boolean holdsPlace() {
        return this != CANCELLED;
    }
}
