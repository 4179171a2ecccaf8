package vn.tiepdon.kiosk.flow;

import java.util.List;
import java.util.stream.Stream;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardVisit;

/** The server is being asked for a number. Nothing else begins until it has answered: a number must not be lost. */
public record Issuing(long question, Visit visit, ClinicOption clinic, Pace pace) implements State {

    @Override
    public Transition on(Event event, Turn turn) {
        if (event instanceof Event.CheckedIn answer && answer.question() == question) {
            boolean known = answer.checkIn().outcome() == CheckIn.Outcome.ALREADY_WAITING;
            return turn.print(visit.onPaper(answer.checkIn().ticket()), known, visit.shown());
        }
        if (event instanceof Event.NotCheckedIn answer && answer.question() == question) {
            return failed(answer.fault(), turn);
        }
        if (event instanceof Event.TimeUp time) {
            return switch (time.alarm()) {
                case SLOW -> turn.update(new Issuing(question, visit, clinic, Pace.SLOW));
                case VERY_SLOW -> turn.update(new Issuing(question, visit, clinic, Pace.VERY_SLOW));
                default -> failed(FaultCode.SERVER_SLOW, turn);
            };
        }
        if (event instanceof Event.Touched touched) {
            return touched.touch() instanceof Touch.Help
                    ? turn.update(new Issuing(question, visit, clinic, Pace.VERY_SLOW))
                    : turn.ignore();
        }
        return turn.update(this);
    }

    private Transition failed(FaultCode fault, Turn turn) {
        return switch (fault) {
            case CLINIC_CLOSED -> otherClinic(fault, ClinicOption.State.CLOSED, turn);
            case CLINIC_FULL -> otherClinic(fault, ClinicOption.State.FULL, turn);
            case SERVER_UNREACHABLE, SERVER_SLOW, SERVER_BUSY, SERVER_FAULT ->
                turn.enter(new Trouble(fault, new WayOn.TakeAgain(visit, clinic)));
            default -> turn.enter(new Trouble(fault, new WayOn.StartAgain()));
        };
    }

    private Transition otherClinic(FaultCode fault, ClinicOption.State now, Turn turn) {
        Stream<ClinicOption> clinics = visit.identification().clinics().stream()
                .map(option -> option.code().equals(clinic.code()) ? in(now, option) : option);
        Visit left = visit.offering(clinics.toList());
        WayOn wayOn = left.anyClinicOpen() ? new WayOn.OtherClinic(left) : new WayOn.StartAgain();
        return turn.enter(new Trouble(fault, wayOn));
    }

    private static ClinicOption in(ClinicOption.State now, ClinicOption was) {
        return new ClinicOption(
                was.code(),
                was.name(),
                was.room(),
                was.place(),
                was.waiting(),
                now,
                null,
                was.suggestion(),
                was.appointment());
    }

    @Override
    public List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.SLOW, Alarm.VERY_SLOW, Alarm.ANSWER_LOST);
    }

    @Override
    public boolean yields() {
        return false;
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new Issuing(question, visit.with(told), clinic, pace);
    }
}
