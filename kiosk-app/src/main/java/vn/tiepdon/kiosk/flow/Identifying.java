package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardOrder;

/** The server is being asked who this is. */
public record Identifying(long question, Presentation shown, Pace pace) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.Identified answer && answer.question() == question) {
            return known(answer.identification(), turn);
        }
        if (event instanceof Event.NotIdentified answer && answer.question() == question) {
            return failed(answer.fault(), turn);
        }
        if (event instanceof Event.TimeUp time) {
            return switch (time.alarm()) {
                case SLOW -> turn.update(new Identifying(question, shown, Pace.SLOW));
                case VERY_SLOW -> turn.update(new Identifying(question, shown, Pace.VERY_SLOW));
                default -> failed(FaultCode.SERVER_SLOW, turn);
            };
        }
        if (event instanceof Event.Touched touched) {
            if (touched.touch() instanceof Touch.Help) {
                return turn.update(new Identifying(question, shown, Pace.VERY_SLOW));
            }
            return touched.touch() instanceof Touch.Back ? turn.startAgain() : turn.ignore();
        }
        return turn.update(this);
    }

    /** The session's keys go with the order and are kept nowhere here. */
    private Transition known(Identification identification, Turn turn) {
        if (identification instanceof Identification.Proven proven && proven.card() != null) {
            Visit visit = new Visit(shown, proven.withoutCard());
            return CardFlow.begin(turn.enter(new Confirm(visit)), question, order(proven));
        }
        return turn.enter(new Confirm(new Visit(shown, identification)));
    }

    /** Null when what was shown has asked for no session. */
    private CardOrder order(Identification.Proven proven) {
        return shown instanceof Presentation.PatientCard card && card.session() != null
                ? new CardOrder(card.session(), proven.card(), proven.history())
                : null;
    }

    private Transition failed(FaultCode fault, Turn turn) {
        return switch (fault) {
            case NUMBER_INVALID -> turn.enter(new TypeNumber("", fault));
            case SERVER_UNREACHABLE, SERVER_SLOW, SERVER_BUSY, SERVER_FAULT ->
                turn.enter(new Trouble(fault, new WayOn.AskAgain(shown)));
            default -> turn.enter(new Trouble(fault, otherWay()));
        };
    }

    private WayOn otherWay() {
        return shown instanceof Presentation.TypedNumber ? new WayOn.TypeAgain() : new WayOn.StartAgain();
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.SLOW, Alarm.VERY_SLOW, Alarm.ANSWER_LOST);
    }
}
