package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.kiosk.Presentation;

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
}
