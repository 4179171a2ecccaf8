package vn.tiepdon.server.card;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.patient.PatientId;

/** What a presented card turned out to be. */
public sealed interface CardVerdict {

    /** The hospital's own card, in force, and not a copy. */
    record Genuine(PatientId patient) implements CardVerdict {}

    record Refused(FaultCode code) implements CardVerdict {}
}
