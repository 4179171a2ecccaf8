package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** A card lies on the reader and is being read. */
public record Reading(Pace pace) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.FromDevice device && device.event() instanceof DeviceEvent.CardRemoved) {
            return turn.enter(new Trouble(FaultCode.CARD_REMOVED, new WayOn.StartAgain()));
        }
        if (event instanceof Event.TimeUp time) {
            return switch (time.alarm()) {
                case SLOW -> turn.update(new Reading(Pace.SLOW));
                case VERY_SLOW -> turn.update(new Reading(Pace.VERY_SLOW));
                default -> turn.enter(new Trouble(FaultCode.CARD_UNREADABLE, new WayOn.StartAgain()));
            };
        }
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.Help) {
                return turn.update(new Reading(Pace.VERY_SLOW));
            }
            return touched.touch() instanceof Touch.Back ? turn.startAgain() : turn.ignore();
        }
        return turn.update(this);
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.SLOW, Alarm.VERY_SLOW, Alarm.READING_ENDS);
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
