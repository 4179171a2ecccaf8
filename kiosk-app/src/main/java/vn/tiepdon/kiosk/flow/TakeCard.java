package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** A card lies on the reader and nobody's visit goes with it. A card left behind must not check anybody in. */
public record TakeCard() implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        boolean taken = event instanceof Event.FromDevice device && device.event() instanceof DeviceEvent.CardRemoved;
        if (taken) {
            return turn.end();
        }
        if (event instanceof Event.TimeUp late && late.alarm() == Alarm.WRITING_ENDS) {
            return CardFlow.letGo(turn, this);
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
    public List<Alarm> alarms(Surroundings around) {
        return List.of(around.talk().writing() ? Alarm.WRITING_ENDS : Alarm.IDLE);
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
