package vn.tiepdon.kiosk.flow;

import java.util.ArrayList;
import java.util.List;

/** The kiosk's behaviour: a pure function, so that every course of events can be tried without a kiosk. */
public final class Flow {

    private Flow() {}

    public static Transition step(Kiosk kiosk, Event event) {
        Transition next = HandoverFlow.settled(kiosk, event, CardFlow.settled(kiosk.state(), answer(kiosk, event)));
        boolean gone = kiosk.state().holdsPatient()
                && (!next.kiosk().state().holdsPatient()
                        || anotherPatient(kiosk.state(), next.kiosk().state()));
        if (!gone) {
            return next;
        }
        List<Effect> effects = new ArrayList<>(List.of(new Effect.Forget()));
        effects.addAll(next.effects());
        return new Transition(withoutTheirCard(forgotten(next.kiosk())), effects);
    }

    /** Of whoever comes next the desk knows nothing; a trouble is still that of who was there. */
    private static Kiosk forgotten(Kiosk after) {
        return after.state() instanceof Trouble
                ? after
                : new Kiosk(after.around().with((HandedOver) null), after.state());
    }

    /** The ID card that one patient left on the reader is not read for the next. */
    private static Kiosk withoutTheirCard(Kiosk kiosk) {
        return kiosk.around().onReader() == OnReader.CITIZEN_CARD
                ? new Kiosk(kiosk.around().with(OnReader.SPENT), kiosk.state())
                : kiosk;
    }

    private static boolean anotherPatient(State before, State after) {
        return before.shown() != null
                && after.shown() != null
                && !before.shown().equals(after.shown());
    }

    private static Transition answer(Kiosk kiosk, Event event) {
        Turn turn = new Turn(kiosk.around(), kiosk.state());
        if (event instanceof Event.FromDevice device) {
            return DeviceFlow.answer(kiosk, device);
        }
        if (event instanceof Event.Touched touched) {
            return touched(kiosk, touched, turn);
        }
        if (event instanceof Event.TimeUp time && time.clock() != kiosk.around().clock()) {
            return turn.ignore();
        }
        if (event instanceof Event.CardTold told) {
            return CardFlow.told(kiosk, told);
        }
        if (event instanceof Event.NotIdentified refused) {
            // Whatever the screen shows by now: a card that is dead is to be told so.
            return CardFlow.begin(kiosk.state().on(event, turn), refused.question(), refused.card());
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
        if (!touched.counts(around)) {
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
}
