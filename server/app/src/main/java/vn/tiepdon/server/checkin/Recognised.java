package vn.tiepdon.server.checkin;

import java.util.Optional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.AppointmentId;
import vn.tiepdon.server.patient.Patient;

/**
 * Whom a presentation means, and how surely.
 *
 * @param doubt why the chip of an ID card that was read proves nobody
 * @param contact what to do with the patient card on the reader
 * @param appointment of today whose own slip was shown
 */
record Recognised(
        Patient patient,
        Level level,
        Method method,
        Optional<ChipDoubt> doubt,
        Optional<CardContact> contact,
        Optional<AppointmentId> appointment) {

    Recognised(Patient patient, Method method, Optional<CardContact> contact) {
        this(patient, Level.PROVEN, method, Optional.empty(), contact, Optional.empty());
    }

    Recognised(Patient patient, AppointmentId appointment) {
        this(
                patient,
                Level.CLAIMED,
                Method.APPOINTMENT_CODE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(appointment));
    }

    Recognised(Patient patient, Level level, Method method, Optional<ChipDoubt> doubt) {
        this(patient, level, method, doubt, Optional.empty(), Optional.empty());
    }

    Recognised(Patient patient, Level level, Method method) {
        this(patient, level, method, Optional.empty());
    }

    /**
     * Whether an appointment may be spoken of: an appointment is history, and a claim sees no history. Only whoever holds
     * its slip knows of it already.
     */
    boolean knows(Appointment one) {
        return level == Level.PROVEN || appointment.filter(one.id()::equals).isPresent();
    }

    /** As the identification table and the trail know it. */
    enum Level {
        PROVEN,
        CLAIMED
    }

    enum Method {
        PATIENT_CARD,
        CITIZEN_CHIP,
        /** Read, not proven. */
        CITIZEN_CHIP_UNPROVEN,
        CITIZEN_CODE,
        INSURANCE_CODE,
        PATIENT_CARD_CODE,
        TICKET_CODE,
        APPOINTMENT_CODE,
        TYPED_NUMBER,
        /** Somebody at the desk has asked and seen papers. */
        DESK
    }
}
