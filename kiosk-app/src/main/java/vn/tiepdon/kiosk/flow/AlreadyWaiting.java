package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;

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
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            return touched(touched.touch(), turn);
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    private Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.PrintAgain) {
            return turn.print(ticket(), true, visit.shown());
        }
        if (touch instanceof Touch.ShowClinics) {
            return turn.offerClinics(visit);
        }
        if (touch instanceof Touch.NextTicket) {
            return turn.enter(new AlreadyWaiting(visit, (index + 1) % tickets()));
        }
        if (touch instanceof Touch.Help) {
            return turn.enter(new Help(this));
        }
        return touch instanceof Touch.Back ? turn.enter(new Confirm(visit)) : turn.ignore();
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.IDLE);
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }
}
