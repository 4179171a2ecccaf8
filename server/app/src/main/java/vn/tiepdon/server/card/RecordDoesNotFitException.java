package vn.tiepdon.server.card;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.PatientId;

/** What the register says of a patient does not fit a card's layout, such as a name of more than 80 bytes. */
class RecordDoesNotFitException extends Refusal {

    private final PatientId patient;

    RecordDoesNotFitException(PatientId patient, String field) {
        super(FaultCode.CARD_DATA_TOO_LONG, "patient " + patient.value() + ": " + field);
        this.patient = patient;
    }

    PatientId patient() {
        return patient;
    }
}
