package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;

/**
 * A keypad for the national number, the insurance number or the hospital's own code.
 *
 * @param fault what was wrong with the number before, null at first
 */
public record TypeNumber(String digits, FaultCode fault) implements State {

    /** The longest of the three: an insurance card number. */
    public static final int MOST_DIGITS = 15;

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            return touched(touched.touch(), turn);
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    private Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.Digit digit && digits.length() < MOST_DIGITS) {
            return turn.touched(new TypeNumber(digits + digit.value(), null));
        }
        if (touch instanceof Touch.Erase && !digits.isEmpty()) {
            return turn.touched(new TypeNumber(digits.substring(0, digits.length() - 1), null));
        }
        if (touch instanceof Touch.NumberDone && !digits.isEmpty()) {
            return turn.identify(new Presentation.TypedNumber(digits));
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
    public boolean yieldsToFaults() {
        return true;
    }

    @Override
    public String toString() {
        return "TypeNumber[…]";
    }
}
