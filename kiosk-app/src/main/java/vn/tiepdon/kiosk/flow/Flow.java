package vn.tiepdon.kiosk.flow;

import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** The kiosk's behaviour: a pure function, so that every course of events can be tried without a kiosk. */
public final class Flow {

    private Flow() {}

    public static Transition step(Kiosk kiosk, Event event) {
        Transition next = answer(kiosk, event);
        boolean gone = kiosk.state().holdsPatient()
                && (!next.kiosk().state().holdsPatient()
                        || anotherPatient(kiosk.state(), next.kiosk().state()));
        if (!gone) {
            return next;
        }
        List<Effect> effects = new ArrayList<>(List.of(new Effect.Forget()));
        effects.addAll(next.effects());
        return new Transition(next.kiosk(), effects);
    }

    private static boolean anotherPatient(State before, State after) {
        return before.shown() != null
                && after.shown() != null
                && !before.shown().equals(after.shown());
    }

    private static Transition answer(Kiosk kiosk, Event event) {
        Turn turn = new Turn(kiosk.around(), kiosk.state());
        if (event instanceof Event.FromDevice device) {
            return fromDevice(kiosk, device);
        }
        if (event instanceof Event.Touched touched) {
            return touched(kiosk, touched, turn);
        }
        if (event instanceof Event.TimeUp time && time.clock() != kiosk.around().clock()) {
            return turn.ignore();
        }
        if (event instanceof Event.Configured configured) {
            Surroundings known = kiosk.around().in(configured.configuration());
            return kiosk.state().on(event, new Turn(known, kiosk.state()));
        }
        return kiosk.state().on(event, turn);
    }

    private static Transition touched(Kiosk kiosk, Event.Touched touched, Turn turn) {
        State state = kiosk.state();
        Surroundings around = kiosk.around();
        Touch touch = touched.touch();
        if (touched.screen() != around.screen()) {
            return turn.ignore();
        }
        if (touch instanceof Touch.ChangeLanguage) {
            return new Turn(around.speaking(around.language().other()), state).touched(state);
        }
        if (touch instanceof Touch.Lower) {
            return new Turn(around.lowered(!around.lowered()), state).touched(state);
        }
        if (touch instanceof Touch.Listen) {
            return turn.touched(state, new Effect.Speak(state.getClass().getSimpleName(), around.language()));
        }
        Transition answered = state.on(touched, turn);
        boolean nothing = answered.kiosk().equals(kiosk) && answered.effects().isEmpty();
        return nothing && state.alarms(around).contains(Alarm.IDLE) ? turn.touched(state) : answered;
    }

    private static Transition fromDevice(Kiosk kiosk, Event.FromDevice event) {
        State state = kiosk.state();
        Surroundings around = kiosk.around();
        Turn turn = new Turn(around, state);
        if (event.event() instanceof DeviceEvent.PartChanged change) {
            return new Turn(around.with(change.part(), change.faultOrNull()), state).update(state);
        }
        if (event.event() instanceof DeviceEvent.CardInserted inserted) {
            return cardInserted(inserted, state, new Turn(around.withCard(true), state));
        }
        if (event.event() instanceof DeviceEvent.CardRemoved) {
            return state.on(event, new Turn(around.withCard(false), state));
        }
        if (event.event() instanceof DeviceEvent.CardRead read) {
            return state.yields() && around.cardThere() ? turn.identify(read.card()) : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CardFailed failed) {
            return state.yields() && around.cardThere() ? trouble(failed.fault(), turn) : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CodeScanned scanned) {
            return codeScanned(scanned.presentation(), state, turn);
        }
        if (event.event() instanceof DeviceEvent.CodeFailed failed) {
            return state.yieldsToFaults() ? trouble(failed.fault(), turn) : turn.ignore();
        }
        return turn.ignore();
    }

    private static Transition cardInserted(DeviceEvent.CardInserted inserted, State state, Turn turn) {
        if (!state.yields()) {
            return turn.update(state);
        }
        if (inserted.fresh()) {
            return turn.enter(new Reading(Pace.QUICK));
        }
        return state instanceof Welcome ? turn.enter(new TakeCard()) : turn.update(state);
    }

    private static Transition codeScanned(Presentation presentation, State state, Turn turn) {
        boolean again = presentation.equals(state.shown());
        return state.yields() && !again ? turn.identify(presentation) : turn.ignore();
    }

    private static Transition trouble(FaultCode fault, Turn turn) {
        return turn.enter(new Trouble(fault, new WayOn.StartAgain()));
    }
}
