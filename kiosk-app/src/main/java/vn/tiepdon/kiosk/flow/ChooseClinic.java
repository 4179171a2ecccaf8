package vn.tiepdon.kiosk.flow;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardVisit;

/**
 * Where to go today. Clinics that take nobody are shown too, with the reason.
 *
 * @param marked the clinic whose page is shown, and which the lowest fifth can take
 * @param refused a clinic that was touched and takes nobody, null when there is none
 */
public record ChooseClinic(Visit visit, int marked, ClinicOption refused) implements State {

    public List<ClinicOption> clinics() {
        return visit.identification().clinics();
    }

    /** Where the patient is expected next; empty when nowhere. It stands first, and is marked. */
    public Optional<ClinicOption> expected() {
        return clinics().stream()
                .limit(1)
                .filter(clinic -> clinic.suggestion() == ClinicOption.Suggestion.APPOINTMENT)
                .findFirst();
    }

    public Pages pages() {
        return Pages.of(clinics());
    }

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.ChooseClinic chosen) {
            return chosen(chosen.code(), turn);
        }
        if (touch instanceof Touch.TurnPage turned) {
            return turn.enter(new ChooseClinic(visit, pages().turn(marked, turned.by()), null));
        }
        if (touch instanceof Touch.MoveMark moved) {
            int next = Math.floorMod(marked + moved.by(), clinics().size());
            return turn.enter(new ChooseClinic(visit, next, null));
        }
        if (touch instanceof Touch.ShowHistory && visit.proven()) {
            return turn.enter(new History(visit));
        }
        if (touch instanceof Touch.AskPriority && AskPriority.concerns(visit)) {
            return turn.enter(new AskPriority(visit));
        }
        return touch instanceof Touch.Back ? turn.enter(new Confirm(visit)) : turn.ignore();
    }

    private Transition chosen(String code, Turn turn) {
        for (ClinicOption clinic : clinics()) {
            if (clinic.code().equals(code)) {
                return clinic.state() == ClinicOption.State.OPEN
                        ? turn.takeNumber(visit, clinic)
                        : turn.touched(new ChooseClinic(visit, marked, clinic));
            }
        }
        return turn.ignore();
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new ChooseClinic(visit.with(told), marked, refused);
    }
}
