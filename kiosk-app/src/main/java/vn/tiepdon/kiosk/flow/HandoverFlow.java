package vn.tiepdon.kiosk.flow;

import static vn.tiepdon.api.fault.FaultCode.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Handover.Step;

/**
 * Whoever has to go to the desk is announced there: at once where the kiosk can do no more or a check-in hangs in the
 * air, otherwise when the patient gives up or asks for somebody. Nobody is announced twice for the same reason.
 */
final class HandoverFlow {

    /** Nothing that the patient could do at the kiosk would help. */
    private static final Set<FaultCode> FOR_GOOD = EnumSet.of(
            CARD_SIGNATURE_INVALID,
            CARD_BLOCKED,
            CARD_EXPIRED,
            CARD_COPY_SUSPECTED,
            CARD_LAYOUT_UNKNOWN,
            CARD_NOT_PERSONALISED,
            CARD_KEYS_WRONG,
            CARD_KEYS_UNKNOWN,
            CARD_TRIES_USED_UP,
            CHIP_FOREIGN,
            CHIP_ALTERED,
            CHIP_COPY_SUSPECTED,
            CHIP_EXPIRED,
            PATIENT_UNKNOWN,
            PATIENT_AMBIGUOUS,
            IDENTITY_MISMATCH,
            CLINIC_UNKNOWN,
            NO_CLINIC_OPEN,
            CHECK_IN_CONFLICT,
            APPOINTMENT_UNKNOWN,
            APPOINTMENT_NOT_TODAY,
            REQUEST_INVALID,
            NOT_ALLOWED,
            NOT_FOUND);

    private static final String DESK = "{desk}";

    private HandoverFlow() {}

    static Transition settled(Kiosk before, Event event, Transition next) {
        State after = next.kiosk().state();
        if (asksForSomebody(before, event)) {
            return tell(before, next, before.state(), before.state().fault(), null);
        }
        if (givesUp(before.state(), event, after)) {
            return tell(before, next, before.state(), before.state().fault(), null);
        }
        boolean entered = after instanceof Trouble && !after.equals(before.state());
        return entered && isOver((Trouble) after)
                ? tell(before, next, subject(before.state(), event, after), after.fault(), unanswered(event))
                : next;
    }

    /** Also where the kiosk only says that it goes on working. */
    private static boolean asksForSomebody(Kiosk before, Event event) {
        boolean nobodyYet = before.state() instanceof Starting || before.state() instanceof Help;
        return !nobodyYet
                && event instanceof Event.Touched touched
                && touched.touch() instanceof Touch.Help
                && touched.counts(before.around());
    }

    /** Time is up, and the screen had sent the patient to the desk. */
    private static boolean givesUp(State before, Event event, State after) {
        return event instanceof Event.TimeUp
                && (after instanceof Welcome || after instanceof TakeCard)
                && before.fault() != null
                && sendsToDesk(before.fault());
    }

    private static boolean sendsToDesk(FaultCode fault) {
        return FaultCatalogue.shipped().of(fault).patient().vi().contains(DESK);
    }

    private static boolean isOver(Trouble trouble) {
        return trouble.wayOn() instanceof WayOn.TakeAgain
                || (trouble.wayOn() instanceof WayOn.StartAgain && FOR_GOOD.contains(trouble.fault()));
    }

    /** Whose trouble it is: of the patient who stood there, unless another card or code has come, or it is not they. */
    private static State subject(State before, Event event, State after) {
        boolean somebodyElse = event instanceof Event.FromDevice
                || (event instanceof Event.Touched touched && touched.touch() instanceof Touch.NotMe);
        return somebodyElse || before.visit() == null ? after : before;
    }

    private static UUID unanswered(Event event) {
        return event instanceof Event.NotCheckedIn failed ? failed.unanswered() : null;
    }

    private static Transition tell(Kiosk before, Transition next, State of, FaultCode faultOrNull, UUID unanswered) {
        HandedOver told = new HandedOver(faultOrNull);
        if (told.equals(before.around().handedOver())) {
            return next;
        }
        Visit visit = of.visit();
        String clinic = of.clinic() == null ? null : of.clinic().code();
        List<Effect> effects = new ArrayList<>(next.effects());
        effects.add(new Effect.HandOver(
                faultOrNull,
                step(of),
                visit == null ? null : visit.identification().id(),
                clinic,
                unanswered));
        // When time is up, somebody else may stand here next.
        State after = next.kiosk().state();
        boolean gone = after instanceof Welcome || after instanceof TakeCard;
        Kiosk kiosk = gone ? next.kiosk() : new Kiosk(next.kiosk().around().with(told), after);
        return new Transition(kiosk, effects);
    }

    private static Step step(State of) {
        if (of.visit() != null) {
            return of.clinic() == null ? Step.IDENTIFIED : Step.CLINIC_CHOSEN;
        }
        if (of instanceof TicketShown || of instanceof Goodbye) {
            return Step.NUMBER_GIVEN;
        }
        return of instanceof Welcome || of instanceof TakeCard ? Step.BEGINNING : Step.NOT_IDENTIFIED;
    }
}
