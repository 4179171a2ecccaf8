package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardVisit;

/**
 * Who helps and where, over what was shown before.
 *
 * @param behind comes back unharmed; never one that waits for the server
 */
public record Help(State behind) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            boolean back = touched.touch() instanceof Touch.Back || touched.touch() instanceof Touch.GoOn;
            return back ? turn.enter(behind) : turn.ignore();
        }
        if (event instanceof Event.TimeUp) {
            return turn.end();
        }
        State meanwhile = behind.on(event, turn).kiosk().state();
        return turn.update(event instanceof Event.PrintEnded ? new Help(meanwhile) : this);
    }

    @Override
    public boolean holdsPatient() {
        return behind.holdsPatient();
    }

    @Override
    public boolean yieldsToFaults() {
        return behind.yieldsToFaults();
    }

    @Override
    public boolean awaitsCitizenCard() {
        return behind.awaitsCitizenCard();
    }

    @Override
    public Visit visit() {
        return behind.visit();
    }

    @Override
    public Presentation shown() {
        return behind.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new Help(behind.with(told));
    }
}
