package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;

/** Something went wrong: what to do now, who helps, and the way on. */
public record Trouble(FaultCode fault, WayOn wayOn) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.GoOn) {
                return goOn(turn);
            }
            if (touched.touch() instanceof Touch.Back) {
                return turn.startAgain();
            }
            return touched.touch() instanceof Touch.Help ? turn.enter(new Help(this)) : turn.ignore();
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    private Transition goOn(Turn turn) {
        if (wayOn instanceof WayOn.AskAgain ask) {
            return turn.identify(ask.presentation());
        }
        if (wayOn instanceof WayOn.TakeAgain take) {
            return turn.takeNumber(take.visit(), take.clinic());
        }
        if (wayOn instanceof WayOn.OtherClinic other) {
            return turn.offerClinics(other.visit());
        }
        return wayOn instanceof WayOn.TypeAgain ? turn.enter(new TypeNumber("", null)) : turn.startAgain();
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.IDLE);
    }

    @Override
    public boolean holdsPatient() {
        return !(wayOn instanceof WayOn.StartAgain || wayOn instanceof WayOn.TypeAgain);
    }

    @Override
    public boolean yieldsToFaults() {
        return true;
    }
}
