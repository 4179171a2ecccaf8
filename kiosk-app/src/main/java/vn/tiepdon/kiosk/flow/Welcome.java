package vn.tiepdon.kiosk.flow;

import java.util.List;

/** Three ways in: a card, a code, a typed number. Nothing of any patient is here. */
public record Welcome() implements State {

    @Override
    public Transition touched(Touch touch, Turn turn) {
        return touch instanceof Touch.TypeNumber ? turn.enter(new TypeNumber("", null)) : turn.ignore();
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        boolean changed = around.language() != Language.VI
                || around.lowered()
                || around.cardThere()
                // The next one who asks for somebody is another.
                || around.handedOver() != null;
        return changed ? List.of(Alarm.IDLE) : List.of();
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
