package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;

/** "May this machine read the chip of your ID card?" */
public record AskConsent(Citizen citizen) implements State {

    /** Names the wording on the screen; another wording gets another name. */
    public static final String WORDING = "chip-1";

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            return touched(touched.touch(), turn);
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    private Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.Agree) {
            return turn.agree(citizen);
        }
        if (touch instanceof Touch.WithoutChip) {
            return citizen.claim() == null ? turn.startAgain() : turn.identify(citizen.claim());
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
    public boolean awaitsCitizenCard() {
        return true;
    }

    @Override
    public Presentation shown() {
        return citizen.claim();
    }
}
