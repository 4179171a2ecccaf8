package vn.tiepdon.server.appointment;

import vn.tiepdon.server.facility.FacilityId;

/**
 * An appointment was made, or became something else. Published inside the transaction that writes it.
 *
 * @param appointment as it is now
 * @param moved it was booked before, at another time
 */
public record AppointmentChanged(FacilityId facility, Appointment appointment, boolean moved) {}
