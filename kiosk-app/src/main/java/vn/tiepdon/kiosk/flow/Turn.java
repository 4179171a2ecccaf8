package vn.tiepdon.kiosk.flow;

import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.device.ChipRequest;

/** The moves that a state can make from where the kiosk stands. */
final class Turn {

    private final Surroundings around;
    private final State from;

    Turn(Surroundings around, State from) {
        this.around = around;
        this.from = from;
    }

    Surroundings around() {
        return around;
    }

    /** Nothing happens. */
    Transition ignore() {
        return new Transition(new Kiosk(around, from), List.of());
    }

    /** Another screen: touches meant for the old one no longer count. */
    Transition enter(State next, Effect... effects) {
        return restart(around.nextScreen(), next, effects);
    }

    /** The same screen, because somebody touched it: the time without a touch begins anew. */
    Transition touched(State same, Effect... effects) {
        return restart(around, same, effects);
    }

    /** The same screen, its time runs on. */
    Transition update(State same) {
        return new Transition(new Kiosk(around, same), List.of());
    }

    /** Asks the server who this is. */
    Transition identify(Presentation presentation) {
        Surroundings asked = around.nextQuestion();
        return new Turn(asked, from)
                .enter(
                        new Identifying(asked.question(), presentation, Pace.QUICK),
                        new Effect.Identify(asked.question(), presentation));
    }

    /** The card's code is known: asks whether the chip may be read, where chips are read. */
    Transition citizen(Citizen citizen) {
        return around.readsChips() ? enter(new AskConsent(citizen)) : identify(citizen.claim());
    }

    Transition agree(Citizen citizen) {
        Surroundings asked = around.nextQuestion();
        Agreed agreed = new Agreed(citizen, asked.question());
        return new Turn(asked, from)
                .readChip(agreed, new Effect.NoteConsent(agreed.consent(), AskConsent.WORDING, asked.language()));
    }

    /** Reads the chip, or waits for the card. */
    Transition readChip(Agreed agreed, Effect... before) {
        if (!around.works(DeviceHealth.Kind.CARD_READER)) {
            FaultCode fault = around.faults().get(DeviceHealth.Kind.CARD_READER);
            return enter(new Trouble(fault, agreed.citizen().withoutChip()));
        }
        if (around.onReader() != OnReader.CITIZEN_CARD) {
            return enter(new PlaceCitizenCard(agreed, null), before);
        }
        Surroundings asked = around.nextQuestion();
        List<Effect> effects = new ArrayList<>(List.of(before));
        effects.add(new Effect.ReadChip(new ChipRequest(
                asked.question(), agreed.consent(), agreed.citizen().access())));
        return new Turn(asked, from)
                .enter(new ReadingChip(asked.question(), agreed, 0, Pace.SLOW), effects.toArray(Effect[]::new));
    }

    /** Asks the server for a number. */
    Transition takeNumber(Visit visit, ClinicOption clinic) {
        Surroundings asked = around.nextQuestion();
        CheckInRequest request = new CheckInRequest(visit.identification().id(), clinic.code(), visit.declared(), null);
        return new Turn(asked, from)
                .enter(
                        new Issuing(asked.question(), visit, clinic, Pace.QUICK),
                        new Effect.TakeNumber(asked.question(), request));
    }

    /** Shows a number and prints it, for the first time or again. */
    Transition print(Ticket ticket, boolean known, Presentation shown) {
        Surroundings asked = around.nextQuestion();
        return new Turn(asked, from)
                .enter(
                        new TicketShown(asked.question(), ticket, known, shown, Printing.RUNNING),
                        new Effect.Print(asked.question(), ticket, asked.language()));
    }

    /** To the clinics, or to the number that the patient has already. */
    Transition goOn(Visit visit, Effect... effects) {
        Transition next = visit.identification().openTickets().isEmpty()
                ? offerClinics(visit)
                : enter(new AlreadyWaiting(visit, 0));
        List<Effect> all = new ArrayList<>(List.of(effects));
        all.addAll(next.effects());
        return new Transition(next.kiosk(), all);
    }

    Transition offerClinics(Visit visit) {
        return visit.anyClinicOpen()
                ? enter(new ChooseClinic(visit, 0, null))
                : enter(new Trouble(FaultCode.NO_CLINIC_OPEN, new WayOn.StartAgain()));
    }

    /** Back to the first screen by the hand of somebody who is still there. */
    Transition startAgain() {
        return enter(around.cardThere() ? new TakeCard() : new Welcome());
    }

    /** Back to the first screen because the visit is over: the next patient finds Vietnamese and the usual height. */
    Transition end() {
        Surroundings nobody = around.with((HandedOver) null);
        return around.cardThere()
                ? new Turn(nobody, from).enter(new TakeCard())
                : new Turn(nobody.speaking(Language.VI).lowered(false), from).enter(new Welcome());
    }

    private Transition restart(Surroundings now, State next, Effect... effects) {
        Surroundings ticking = now.nextClock();
        List<Effect> all = new ArrayList<>(List.of(effects));
        all.add(new Effect.SetAlarms(ticking.clock(), next.alarms(ticking)));
        return new Transition(new Kiosk(ticking, next), all);
    }
}
