package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.device.PrintOutcome;

/**
 * The number. It stands whatever the printer says.
 *
 * @param question the print that is awaited
 * @param known the patient had this number already
 */
public record TicketShown(long question, Ticket ticket, boolean known, Presentation shown, Printing printing)
        implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.PrintEnded answer && answer.question() == question) {
            return answer.outcome() instanceof PrintOutcome.NotPrinted failed
                    ? turn.enter(with(Printing.failed(failed.fault())))
                    : turn.enter(with(Printing.DONE));
        }
        if (event instanceof Event.TimeUp time) {
            return time.alarm() == Alarm.PRINT_LOST
                    ? turn.enter(with(Printing.failed(FaultCode.PRINTER_UNREACHABLE)))
                    : turn.enter(new Goodbye());
        }
        return State.super.on(event, turn);
    }

    @Override
    public Transition touched(Touch touch, Turn turn) {
        boolean leaves = touch instanceof Touch.Done
                || touch instanceof Touch.Back
                || (touch instanceof Touch.Elsewhere && !printing.failed());
        if (leaves && !printing.running()) {
            return turn.enter(new Goodbye());
        }
        boolean again = touch instanceof Touch.PrintAgain && printing.failed();
        return again ? turn.print(ticket, known, shown) : turn.ignore();
    }

    private TicketShown with(Printing now) {
        return new TicketShown(question, ticket, known, shown, now);
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        if (printing.running()) {
            return List.of(Alarm.PRINT_LOST);
        }
        return List.of(printing.failed() ? Alarm.IDLE : Alarm.TICKET_SEEN);
    }

    @Override
    public FaultCode fault() {
        return printing.fault();
    }
}
