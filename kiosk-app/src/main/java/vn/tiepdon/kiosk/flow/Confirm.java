package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;

/** "Is this you?" */
public record Confirm(Visit visit) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            return touched(touched.touch(), turn);
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    private Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.ItIsMe) {
            return visit.identification().openTickets().isEmpty()
                    ? turn.offerClinics(visit)
                    : turn.enter(new AlreadyWaiting(visit, 0));
        }
        if (touch instanceof Touch.NotMe) {
            return visit.typed()
                    ? turn.enter(new TypeNumber("", FaultCode.NUMBER_INVALID))
                    : turn.enter(new Trouble(FaultCode.IDENTITY_MISMATCH, new WayOn.StartAgain()));
        }
        if (touch instanceof Touch.Help) {
            return turn.enter(new Help(this));
        }
        return touch instanceof Touch.Back ? turn.startAgain() : turn.ignore();
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
