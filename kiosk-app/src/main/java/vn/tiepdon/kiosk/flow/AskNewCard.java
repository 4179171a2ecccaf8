package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardVisit;

/** "A new insurance card was issued: is it used today?" Either answer leads on to a number. */
public record AskNewCard(Visit visit) implements State {

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.NewCard said) {
            return turn.goOn(
                    visit,
                    new Effect.SayNewCard(visit.identification().coverage().id(), said.used()));
        }
        return touch instanceof Touch.Back ? turn.enter(new Confirm(visit)) : turn.ignore();
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new AskNewCard(visit.with(told));
    }
}
