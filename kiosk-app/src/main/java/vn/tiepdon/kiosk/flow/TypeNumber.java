package vn.tiepdon.kiosk.flow;

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
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.Digit digit && digits.length() < MOST_DIGITS) {
            return turn.touched(new TypeNumber(digits + digit.value(), null));
        }
        if (touch instanceof Touch.Erase && !digits.isEmpty()) {
            return turn.touched(new TypeNumber(digits.substring(0, digits.length() - 1), null));
        }
        if (touch instanceof Touch.NumberDone && !digits.isEmpty()) {
            return turn.identify(new Presentation.TypedNumber(digits));
        }
        return touch instanceof Touch.Back ? turn.startAgain() : turn.ignore();
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
