package vn.tiepdon.server.appointment;

/** An appointment cannot become what was asked of it. */
class AppointmentTransitionIllegalException extends RuntimeException {

    AppointmentTransitionIllegalException(AppointmentId id, AppointmentState from, AppointmentState to) {
        super("appointment " + id + " is " + from + " and cannot become " + to);
    }
}
