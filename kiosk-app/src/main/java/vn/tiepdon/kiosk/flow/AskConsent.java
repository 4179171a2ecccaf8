package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.kiosk.Presentation;

/** "May this machine read the chip of your ID card?" */
public record AskConsent(Citizen citizen) implements State {

    /** Names the wording on the screen; another wording gets another name. */
    public static final String WORDING = "chip-1";

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.Agree) {
            return turn.agree(citizen);
        }
        if (touch instanceof Touch.WithoutChip) {
            return citizen.claim() == null ? turn.startAgain() : turn.identify(citizen.claim());
        }
        return touch instanceof Touch.Back ? turn.startAgain() : turn.ignore();
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
