package vn.tiepdon.kiosk.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.tiepdon.kiosk.device.CardOrder;

/** The talk with the patient card, which goes on beside whatever its patient does, and ends with the patient. */
final class CardFlow {

    private static final Set<Class<? extends State>> BESIDE = Set.of(
            Confirm.class,
            AskNewCard.class,
            AskPriority.class,
            ChooseClinic.class,
            History.class,
            AlreadyWaiting.class,
            Issuing.class,
            TicketShown.class,
            Trouble.class,
            Goodbye.class,
            TakeCard.class);

    private CardFlow() {}

    /** Begins to carry out the order, when there is one and its card is still there. */
    static Transition begin(Transition next, long question, CardOrder orderOrNull) {
        Surroundings around = next.kiosk().around();
        if (orderOrNull == null || !around.cardThere()) {
            return next;
        }
        CardTalk.Stage stage = orderOrNull.writes() ? CardTalk.Stage.WRITING : CardTalk.Stage.QUIET;
        Kiosk talking = new Kiosk(
                around.with(new CardTalk(question, stage)), next.kiosk().state());
        return with(talking, next.effects(), new Effect.TellCard(question, orderOrNull));
    }

    static Transition told(Kiosk kiosk, Event.CardTold told) {
        CardTalk talk = kiosk.around().talk();
        if (!talk.open() || talk.question() != told.question()) {
            return new Turn(kiosk.around(), kiosk.state()).ignore();
        }
        State state = kiosk.state().with(told.visits());
        Turn turn = new Turn(kiosk.around().with(talk.ended(told.written())), state);
        // These two waited for it, and now have their own time again.
        return talk.writing() && handsBack(state) ? turn.touched(state) : turn.update(state);
    }

    /** The patient has been asked to wait long enough. */
    static Transition letGo(Turn turn, State state) {
        return new Turn(turn.around().with(CardTalk.NONE), state).touched(state, new Effect.LeaveCard());
    }

    /** Where somebody else may stand by now, nothing is said to the card any more, nor about it. */
    static Transition settled(State before, Transition next) {
        CardTalk talk = next.kiosk().around().talk();
        State state = next.kiosk().state();
        State shown = state instanceof Help help ? help.behind() : state;
        if (BESIDE.contains(shown.getClass())) {
            return next;
        }
        Kiosk silent = new Kiosk(next.kiosk().around().with(CardTalk.NONE), state);
        // On the first screen also what a reading has left, though no talk came of it.
        boolean over = talk.open() || (state instanceof Welcome && !(before instanceof Welcome));
        return over ? with(silent, next.effects(), new Effect.LeaveCard()) : new Transition(silent, next.effects());
    }

    private static boolean handsBack(State state) {
        return state instanceof Goodbye || state instanceof TakeCard;
    }

    private static Transition with(Kiosk kiosk, List<Effect> effects, Effect another) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(another);
        return new Transition(kiosk, all);
    }
}
