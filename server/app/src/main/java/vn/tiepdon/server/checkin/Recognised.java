package vn.tiepdon.server.checkin;

import java.util.Optional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.kiosk.ChipDoubt;
import vn.tiepdon.server.patient.Patient;

/**
 * Whom a presentation means, and how surely.
 *
 * @param doubt why the chip of an ID card that was read proves nobody
 * @param contact what to do with the patient card on the reader
 */
record Recognised(
        Patient patient, Level level, Method method, Optional<ChipDoubt> doubt, Optional<CardContact> contact) {

    Recognised(Patient patient, Level level, Method method, Optional<ChipDoubt> doubt) {
        this(patient, level, method, doubt, Optional.empty());
    }

    Recognised(Patient patient, Level level, Method method) {
        this(patient, level, method, Optional.empty());
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
        TYPED_NUMBER
    }
}
