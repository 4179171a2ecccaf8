package vn.tiepdon.server.appointment;

import vn.tiepdon.server.patient.PatientDetails;

/** One appointment in the list of a day. */
record DayLine(Slot slot, String name, String born, String hospitalCode, AppointmentState state, String note) {

    static DayLine of(Appointment one, PatientDetails who) {
        return new DayLine(
                one.slot(),
                who.patient().fullName(),
                who.patient().birthDate().iso(),
                who.patient().hospitalCode(),
                one.state(),
                one.note().orElse(""));
    }

    /** Whether the patient has come. */
    public boolean come() {
        return state == AppointmentState.ARRIVED || state == AppointmentState.FULFILLED;
    }

    @Override
    public String toString() {
        return "DayLine[…]";
    }
}
