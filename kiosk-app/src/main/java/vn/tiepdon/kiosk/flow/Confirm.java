package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardVisit;

/** "Is this you?" */
public record Confirm(Visit visit) implements State {

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.ItIsMe) {
            return visit.hasNewCard() ? turn.enter(new AskNewCard(visit)) : turn.goOn(visit);
        }
        if (touch instanceof Touch.NotMe) {
            return visit.typed()
                    ? turn.enter(new TypeNumber("", FaultCode.NUMBER_INVALID))
                    : turn.enter(new Trouble(FaultCode.IDENTITY_MISMATCH, new WayOn.StartAgain()));
        }
        return touch instanceof Touch.Back ? turn.startAgain() : turn.ignore();
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new Confirm(visit.with(told));
    }
}
