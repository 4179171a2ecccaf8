package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.ChipAccess;

/**
 * A keypad for the six digits that open a chip.
 *
 * @param agreed whoever has agreed already, null when nobody has been asked yet
 * @param fault what was wrong with the digits before, null at first
 */
public record TypeCardDigits(String digits, Agreed agreed, FaultCode fault) implements State {

    /** Of a card access number. */
    public static final int DIGITS = 6;

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.Digit digit && digits.length() < DIGITS) {
            return turn.touched(new TypeCardDigits(digits + digit.value(), agreed, null));
        }
        if (touch instanceof Touch.Erase && !digits.isEmpty()) {
            return turn.touched(new TypeCardDigits(digits.substring(0, digits.length() - 1), agreed, null));
        }
        if (touch instanceof Touch.NumberDone) {
            return done(turn);
        }
        return touch instanceof Touch.Back ? turn.startAgain() : turn.ignore();
    }

    private Transition done(Turn turn) {
        if (digits.length() < DIGITS) {
            return turn.touched(new TypeCardDigits(digits, agreed, FaultCode.NUMBER_INVALID));
        }
        return agreed == null
                ? turn.enter(new AskConsent(new Citizen(null, new ChipAccess.Typed(digits, null))))
                : turn.readChip(agreed.typing(digits));
    }

    @Override
    public boolean awaitsCitizenCard() {
        return true;
    }

    @Override
    public Presentation shown() {
        return agreed == null ? null : agreed.citizen().claim();
    }

    @Override
    public String toString() {
        return "TypeCardDigits[…]";
    }
}
