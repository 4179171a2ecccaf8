package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardVisit;

/** The patient's own record, for a proven identity alone, and only on request. */
public record History(Visit visit) implements State {

    public History {
        if (!visit.proven()) {
            throw new IllegalArgumentException("a claim never shows history");
        }
    }

    @Override
    public Transition touched(Touch touch, Turn turn) {
        boolean leaves = touch instanceof Touch.Back || touch instanceof Touch.ShowClinics;
        return leaves ? turn.offerClinics(visit) : turn.ignore();
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new History(visit.with(told));
    }
}
