package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** Thanks, and the card back if it still lies there. Nothing of the patient is here any more. */
public record Goodbye() implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        boolean taken = event instanceof Event.FromDevice device && device.event() instanceof DeviceEvent.CardRemoved;
        if (taken) {
            return turn.touched(this);
        }
        boolean late = event instanceof Event.TimeUp time && time.alarm() == Alarm.WRITING_ENDS;
        return late ? CardFlow.letGo(turn, this) : State.super.on(event, turn);
    }

    @Override
    public Transition touched(Touch touch, Turn turn) {
        return turn.around().talk().writing() ? turn.ignore() : turn.end();
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(around.talk().writing() ? Alarm.WRITING_ENDS : Alarm.GOODBYE_ENDS);
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
