package vn.tiepdon.server.checkin;

import vn.tiepdon.server.patient.Patient;

/** Whom a presentation means, and how surely. */
record Recognised(Patient patient, Level level, Method method) {

    /** As the identification table and the trail know it. */
    enum Level {
        PROVEN,
        CLAIMED
    }

    enum Method {
        PATIENT_CARD,
        CITIZEN_CODE,
        INSURANCE_CODE,
        PATIENT_CARD_CODE,
        TICKET_CODE,
        TYPED_NUMBER
    }
}
