package vn.tiepdon.kiosk.flow;

/** A chip ID card lies on the reader, and its code, which opens the chip, is not known yet. */
public record ScanCitizenCode() implements State {

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.TypeCardDigits) {
            return turn.enter(new TypeCardDigits("", null, null));
        }
        return touch instanceof Touch.Back ? turn.startAgain() : turn.ignore();
    }

    @Override
    public boolean holdsPatient() {
        return false;
    }

    @Override
    public boolean yieldsToFaults() {
        return true;
    }

    @Override
    public boolean awaitsCitizenCard() {
        return true;
    }
}
