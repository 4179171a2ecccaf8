package vn.tiepdon.server.queue;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;

/** A number was called as often as it may be: it is missed, or put back. */
public class CalledEnoughException extends Refusal {

    private final TicketId ticket;
    private final int times;

    CalledEnoughException(TicketId ticket, int times) {
        super(FaultCode.CALLED_ENOUGH, "ticket " + ticket + " was called " + times + " times");
        this.ticket = ticket;
        this.times = times;
    }

    public TicketId ticket() {
        return ticket;
    }

    public int times() {
        return times;
    }
}
