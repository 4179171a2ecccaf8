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
        if (event instanceof Event.TimeUp) {
            return new Turn(turn.around().speaking(Language.VI).lowered(false), this).enter(new Welcome());
        }
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.Back || touched.touch() instanceof Touch.GoOn) {
                return turn.enter(new Welcome());
            }
            return touched.touch() instanceof Touch.Help ? turn.enter(new Help(this)) : turn.ignore();
        }
        return turn.update(this);
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.IDLE);
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
