package vn.tiepdon.kiosk.flow;

import vn.tiepdon.kiosk.device.DeviceEvent;

/** A card lies on the reader and nobody's visit goes with it. A card left behind must not check anybody in. */
public record TakeCard() implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        boolean taken = event instanceof Event.FromDevice device && device.event() instanceof DeviceEvent.CardRemoved;
        if (taken) {
            return turn.end();
        }
        if (event instanceof Event.TimeUp) {
            return new Turn(turn.around().speaking(Language.VI).lowered(false), this).enter(new Welcome());
        }
        return State.super.on(event, turn);
    }

    @Override
    public Transition touched(Touch touch, Turn turn) {
        boolean leaves = touch instanceof Touch.Back || touch instanceof Touch.GoOn;
        return leaves ? turn.enter(new Welcome()) : turn.ignore();
    }

    @Override
    public boolean holdsPatient() {
        return false;
    }

    @Override
    public boolean yieldsToFaults() {
        return true;
    }
}
