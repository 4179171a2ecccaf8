package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;

/**
 * The kiosk does not know its house yet and serves nobody.
 *
 * @param fault why the server did not tell, null while it is being asked
 */
public record Starting(FaultCode fault) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Configured) {
            return turn.startAgain();
        }
        if (event instanceof Event.NotConfigured failed) {
            return turn.enter(new Starting(failed.fault()));
        }
        if (event instanceof Event.Started || event instanceof Event.TimeUp) {
            return turn.enter(this, new Effect.AskConfiguration());
        }
        return event instanceof Event.FromDevice ? turn.update(this) : turn.ignore();
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(fault == null ? Alarm.ANSWER_LOST : Alarm.START_AGAIN);
    }

    @Override
    public boolean holdsPatient() {
        return false;
    }

    @Override
    public boolean yields() {
        return false;
    }
}
