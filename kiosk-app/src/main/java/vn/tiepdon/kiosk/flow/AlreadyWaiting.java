package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.device.CardVisit;

/**
 * The patient holds a number of today already.
 *
 * @param index which of the open tickets is shown
 */
public record AlreadyWaiting(Visit visit, int index) implements State {

    public Ticket ticket() {
        return visit.identification().openTickets().get(index);
    }

    public int tickets() {
        return visit.identification().openTickets().size();
    }

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.PrintAgain) {
            return turn.print(visit.onPaper(ticket()), true, visit.shown());
        }
        if (touch instanceof Touch.ShowClinics) {
            return turn.offerClinics(visit);
        }
        if (touch instanceof Touch.NextTicket) {
            return turn.enter(new AlreadyWaiting(visit, (index + 1) % tickets()));
        }
        return touch instanceof Touch.Back ? turn.enter(new Confirm(visit)) : turn.ignore();
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new AlreadyWaiting(visit.with(told), index);
    }
}
