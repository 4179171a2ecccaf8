package vn.tiepdon.kiosk.flow;

import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** What cards and codes do, which is the same in most states: they begin a visit. */
final class DeviceFlow {

    private DeviceFlow() {}

    static Transition answer(Kiosk kiosk, Event.FromDevice event) {
        State state = kiosk.state();
        Surroundings around = kiosk.around();
        Turn turn = new Turn(around, state);
        if (event.event() instanceof DeviceEvent.PartChanged change) {
            Turn changed = new Turn(around.with(change.part(), change.faultOrNull()), state);
            return state instanceof PlaceCitizenCard place && !changed.around().works(DeviceHealth.Kind.CARD_READER)
                    ? changed.readChip(place.agreed())
                    : changed.update(state);
        }
        if (event.event() instanceof DeviceEvent.CardInserted inserted) {
            OnReader there = inserted.fresh() ? OnReader.FRESH : OnReader.SPENT;
            return cardInserted(inserted, state, new Turn(around.with(there).with(CardTalk.NONE), state));
        }
        if (event.event() instanceof DeviceEvent.CardRemoved) {
            return state.on(event, new Turn(around.with(OnReader.NOTHING).with(CardTalk.NONE), state));
        }
        if (event.event() instanceof DeviceEvent.CardRead read) {
            return state.yields() && around.cardThere() ? turn.identify(read.card()) : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CardFailed failed) {
            return around.cardThere()
                    ? cardFailed(failed.fault(), state, new Turn(around.with(OnReader.SPENT), state))
                    : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CardDead dead) {
            return around.cardThere()
                    ? cardDead(
                            dead.card(),
                            state,
                            new Turn(around.with(OnReader.SPENT).nextQuestion(), state))
                    : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CitizenCardFound) {
            return around.cardThere()
                    ? citizenCardFound(state, new Turn(around.with(OnReader.CITIZEN_CARD), state))
                    : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CitizenCodeScanned scanned) {
            return isNew(scanned.claim(), state)
                    ? turn.citizen(new Citizen(scanned.claim(), scanned.access()))
                    : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CodeScanned scanned) {
            return isNew(scanned.presentation(), state) ? turn.identify(scanned.presentation()) : turn.ignore();
        }
        if (event.event() instanceof DeviceEvent.CodeFailed failed) {
            return state.yieldsToFaults() ? trouble(failed.fault(), turn) : turn.ignore();
        }
        return state.on(event, turn);
    }

    private static Transition cardInserted(DeviceEvent.CardInserted inserted, State state, Turn turn) {
        if (!state.yields() || state.awaitsCitizenCard()) {
            return turn.update(state);
        }
        if (inserted.fresh()) {
            return turn.enter(new Reading(Pace.QUICK));
        }
        return state instanceof Welcome ? turn.enter(new TakeCard()) : turn.update(state);
    }

    private static Transition citizenCardFound(State state, Turn turn) {
        State asked = state instanceof Help help ? help.behind() : state;
        if (asked instanceof Reading) {
            return turn.around().readsChips()
                    ? turn.enter(new ScanCitizenCode())
                    : trouble(FaultCode.CARD_UNKNOWN, turn);
        }
        if (asked instanceof PlaceCitizenCard place) {
            return turn.readChip(place.agreed());
        }
        boolean again = asked instanceof Trouble trouble && trouble.wayOn() instanceof WayOn.ReadAgain;
        return again ? turn.readChip(((WayOn.ReadAgain) ((Trouble) asked).wayOn()).agreed()) : turn.update(state);
    }

    private static Transition cardFailed(FaultCode fault, State state, Turn turn) {
        if (state instanceof PlaceCitizenCard place) {
            return turn.enter(new Trouble(fault, new WayOn.ReadAgain(place.agreed())));
        }
        boolean mayBeLeft = state.yields() && (!state.awaitsCitizenCard() || state instanceof ScanCitizenCode);
        return mayBeLeft ? trouble(fault, turn) : turn.update(state);
    }

    /** The answer does not wait for the server; the server is asked for what kills the card itself. */
    private static Transition cardDead(Presentation.PatientCard card, State state, Turn turn) {
        Transition refused = cardFailed(FaultCode.CARD_BLOCKED, state, turn);
        List<Effect> effects = new ArrayList<>(refused.effects());
        effects.add(new Effect.Identify(turn.around().question(), card));
        return new Transition(refused.kiosk(), effects);
    }

    private static boolean isNew(Presentation scanned, State state) {
        return state.yields() && !scanned.equals(state.shown());
    }

    private static Transition trouble(FaultCode fault, Turn turn) {
        return turn.enter(new Trouble(fault, new WayOn.StartAgain()));
    }
}
