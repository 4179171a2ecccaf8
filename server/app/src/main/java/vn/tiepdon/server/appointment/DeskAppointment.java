package vn.tiepdon.server.appointment;

import vn.tiepdon.api.Text;

/**
 * An appointment as a page shows it.
 *
 * @param clinic its name
 * @param movable whether it can still be moved or cancelled
 */
record DeskAppointment(
        String id, int version, Slot slot, String clinicCode, Text clinic, AppointmentState state, boolean movable) {}
