package vn.tiepdon.server.room;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.TicketId;

/** The number of today whose visit is written after it was done. */
record LateForm(String late) {

    /** @throws LateNotNamedException when the request names none */
    TicketId id() {
        return TicketId.parse(late).orElseThrow(LateNotNamedException::new);
    }

    static final class LateNotNamedException extends Refusal {
        LateNotNamedException() {
            super(FaultCode.REQUEST_INVALID, "no ticket named");
        }
    }
}
