package vn.tiepdon.kiosk.flow;

import java.util.List;

/** A chip ID card lies on the reader, and its code, which opens the chip, is not known yet. */
public record ScanCitizenCode() implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.TypeCardDigits) {
                return turn.enter(new TypeCardDigits("", null, null));
            }
            if (touched.touch() instanceof Touch.Back) {
                return turn.startAgain();
            }
            return touched.touch() instanceof Touch.Help ? turn.enter(new Help(this)) : turn.ignore();
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
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

    @Override
    public boolean awaitsCitizenCard() {
        return true;
    }
}
