package vn.tiepdon.kiosk.flow;

import java.util.List;
import java.util.Set;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.kiosk.device.CardVisit;

/**
 * "Why do you go first?", for whoever has said so by a touch: nobody else is kept by it. Every answer leads back to the
 * clinics. Staff confirm what is said; of a disability they see the degree in the paper, so one answer does for both.
 */
public record AskPriority(Visit visit) implements State {

    private static final List<PriorityClaim> ASKED =
            List.of(PriorityClaim.PREGNANT, PriorityClaim.SEVERE_DISABILITY, PriorityClaim.WAR_MERIT);

    /** Whether there is anything that this patient may say. */
    public static boolean concerns(Visit visit) {
        return ASKED.stream().anyMatch(visit.mayDeclare()::contains);
    }

    /** The answers, in the order of the screen. */
    public List<PriorityClaim> offered() {
        return ASKED.stream().filter(visit.mayDeclare()::contains).toList();
    }

    @Override
    public Transition touched(Touch touch, Turn turn) {
        if (touch instanceof Touch.Declare said && offered().contains(said.claim())) {
            return turn.offerClinics(visit.declaring(Set.of(said.claim())));
        }
        if (touch instanceof Touch.DeclareNothing) {
            return turn.offerClinics(visit.declaring(Set.of()));
        }
        return touch instanceof Touch.Back ? turn.offerClinics(visit) : turn.ignore();
    }

    @Override
    public Presentation shown() {
        return visit.shown();
    }

    @Override
    public State with(List<CardVisit> told) {
        return new AskPriority(visit.with(told));
    }
}
