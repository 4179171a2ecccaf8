package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;

/** The patient's own record, for a proven identity alone, and only on request. */
public record History(Visit visit) implements State {

    public History {
        if (!visit.proven()) {
            throw new IllegalArgumentException("a claim never shows history");
        }
    }

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.Back || touched.touch() instanceof Touch.ShowClinics) {
                return turn.offerClinics(visit);
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
    public Presentation shown() {
        return visit.shown();
    }
}
