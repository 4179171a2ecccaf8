package vn.tiepdon.kiosk.flow;

import java.util.List;

/** Three ways in: a card, a code, a typed number. Nothing of any patient is here. */
public record Welcome() implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.TypeNumber) {
                return turn.enter(new TypeNumber("", null));
            }
            if (touched.touch() instanceof Touch.Help) {
                return turn.enter(new Help(this));
            }
            return turn.ignore();
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        boolean changed = around.language() != Language.VI || around.lowered() || around.cardThere();
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
