package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;

/**
 * "Please put the ID card on the reader."
 *
 * @param fault why it has to be put there again, null at first
 */
public record PlaceCitizenCard(Agreed agreed, FaultCode fault) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            return touched(touched.touch(), turn);
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    private Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.WithoutChip && shown() != null) {
            return turn.identify(shown());
        }
        if (touch instanceof Touch.Help) {
            return turn.enter(new Help(this));
        }
        return touch instanceof Touch.Back ? turn.enter(new AskConsent(agreed.citizen())) : turn.ignore();
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.IDLE);
    }

    @Override
    public boolean awaitsCitizenCard() {
        return true;
    }

    @Override
    public Presentation shown() {
        return agreed.citizen().claim();
    }
}
