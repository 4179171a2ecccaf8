package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;

/**
 * "Please put the ID card on the reader."
 *
 * @param fault why it has to be put there again, null at first
 */
public record PlaceCitizenCard(Agreed agreed, FaultCode fault) implements State {

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.WithoutChip && shown() != null) {
            return turn.identify(shown());
        }
        return touch instanceof Touch.Back ? turn.enter(new AskConsent(agreed.citizen())) : turn.ignore();
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
