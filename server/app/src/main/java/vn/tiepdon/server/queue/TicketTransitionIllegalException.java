package vn.tiepdon.server.queue;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Ticket.State;
import vn.tiepdon.server.fault.Refusal;

/** A ticket cannot do this in its state; usually two places acted at once, or a page was stale. */
public class TicketTransitionIllegalException extends Refusal {

    private final TicketId ticket;
    private final State state;

    public TicketTransitionIllegalException(TicketId ticket, State state, String wish) {
        super(FaultCode.TICKET_TRANSITION_ILLEGAL, wish + " of ticket " + ticket + " in state " + state);
        this.ticket = ticket;
        this.state = state;
    }

    public TicketId ticket() {
        return ticket;
    }

    public State state() {
        return state;
    }
}
