package vn.tiepdon.server.queue.calling;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.TicketId;

/** A missed number does not come back after so long. */
public class ReopenedTooLateException extends Refusal {

    private final TicketId ticket;

    ReopenedTooLateException(TicketId ticket) {
        super(FaultCode.REOPENED_TOO_LATE, "ticket " + ticket + " was missed too long ago");
        this.ticket = ticket;
    }

    public TicketId ticket() {
        return ticket;
    }
}
