package vn.tiepdon.kiosk.flow;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Presentation;

/** Something went wrong: what to do now, who helps, and the way on. */
public record Trouble(FaultCode fault, WayOn wayOn) implements State {

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.GoOn) {
            return goOn(turn);
        }
        if (touch instanceof Touch.WithoutChip && claim() != null) {
            return turn.identify(claim());
        }
        return touch instanceof Touch.Back ? turn.startAgain() : turn.ignore();
    }

    private Transition goOn(Turn turn) {
        if (wayOn instanceof WayOn.AskAgain ask) {
            return turn.identify(ask.presentation());
        }
        if (wayOn instanceof WayOn.TakeAgain take) {
            return turn.takeNumber(take.visit(), take.clinic());
        }
        if (wayOn instanceof WayOn.OtherClinic other) {
            return turn.offerClinics(other.visit());
        }
        if (wayOn instanceof WayOn.ReadAgain again) {
            return turn.readChip(again.agreed());
        }
        if (wayOn instanceof WayOn.TypeDigits type) {
            return turn.enter(new TypeCardDigits("", type.agreed(), null));
        }
        if (wayOn instanceof WayOn.GoOnWithoutChip without) {
            return turn.identify(without.claim());
        }
        return wayOn instanceof WayOn.TypeAgain ? turn.enter(new TypeNumber("", null)) : turn.startAgain();
    }

    /** What goes on without the chip, beside the way on; null when nothing does. */
    public Presentation claim() {
        if (wayOn instanceof WayOn.ReadAgain again) {
            return again.agreed().citizen().claim();
        }
        return wayOn instanceof WayOn.TypeDigits type ? type.agreed().citizen().claim() : null;
    }

    @Override
    public Visit visit() {
        if (wayOn instanceof WayOn.TakeAgain take) {
            return take.visit();
        }
        return wayOn instanceof WayOn.OtherClinic other ? other.visit() : null;
    }

    @Override
    public ClinicOption clinic() {
        return wayOn instanceof WayOn.TakeAgain take ? take.clinic() : null;
    }

    @Override
    public boolean awaitsCitizenCard() {
        return wayOn instanceof WayOn.ReadAgain || wayOn instanceof WayOn.TypeDigits;
    }

    @Override
    public boolean holdsPatient() {
        return !(wayOn instanceof WayOn.StartAgain || wayOn instanceof WayOn.TypeAgain);
    }

    @Override
    public boolean yieldsToFaults() {
        return true;
    }
}
