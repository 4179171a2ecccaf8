package vn.tiepdon.server.event;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.fault.Refusal;

/** A facility's first event: its sequence must be made, and the transaction tried again. */
public class EventSequenceMissingException extends Refusal {

    private final FacilityId facility;

    EventSequenceMissingException(FacilityId facility) {
        super(FaultCode.SERVER_FAULT, "no event_sequence for facility " + facility.value());
        this.facility = facility;
    }

    public FacilityId facility() {
        return facility;
    }
}
