package vn.tiepdon.server.queue.calling;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.TicketId;

/** The patient holds a number of that clinic already. */
public class WaitsThereException extends Refusal {

    private final TicketId there;

    WaitsThereException(TicketId there) {
        super(FaultCode.PATIENT_WAITS_THERE, "the patient waits there with ticket " + there);
        this.there = there;
    }

    public TicketId there() {
        return there;
    }
}
