package vn.tiepdon.server.card;

import java.util.Optional;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.patient.PatientId;

/**
 * What a presented card turned out to be. A contact says what the device is to do with it; there is none unless the
 * card was asked for a session and showed its keys.
 */
public sealed interface CardVerdict {

    /** The hospital's own card, in force, and not a copy. */
    record Genuine(PatientId patient, Optional<CardContact> contact) implements CardVerdict {}

    /** @param contact to block a genuine card that is no longer in force */
    record Refused(FaultCode code, Optional<CardContact> contact) implements CardVerdict {

        public Refused(FaultCode code) {
            this(code, Optional.empty());
        }
    }
}
