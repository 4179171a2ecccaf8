package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.device.CardVisit;

/** What the kiosk shows, and how it answers what happens while it shows it. */
public sealed interface State
        permits AlreadyWaiting,
                AskConsent,
                AskNewCard,
                AskPriority,
                ChooseClinic,
                Confirm,
                Goodbye,
                Help,
                History,
                Identifying,
                Issuing,
                PlaceCitizenCard,
                Reading,
                ReadingChip,
                ScanCitizenCode,
                Starting,
                TakeCard,
                TicketShown,
                Trouble,
                TypeCardDigits,
                TypeNumber,
                Welcome {

    /**
     * Answers everything that {@link Flow} does not answer for all states alike. Most states are questions: they wait for
     * a touch, lend themselves to the help, and end the visit when time is up.
     */
    default Transition on(Event event, Turn turn) {
        if (event instanceof Event.Touched touched) {
            return touched.touch() instanceof Touch.Help ? turn.enter(new Help(this)) : touched(touched.touch(), turn);
        }
        return event instanceof Event.TimeUp ? turn.end() : turn.update(this);
    }

    /** What a touch does to a question. */
    default Transition touched(Touch touch, Turn turn) {
        return turn.ignore();
    }

    /** What moves this state on when nobody does. */
    default List<Alarm> alarms(Surroundings around) {
        return List.of(Alarm.IDLE);
    }

    /** Whether anything of a patient is in here, be it only a number on the screen. */
    default boolean holdsPatient() {
        return true;
    }

    /** Whether a card or a code begins a new visit. */
    default boolean yields() {
        return true;
    }

    /** Whether a card or a code that means nothing is worth leaving this state for. */
    default boolean yieldsToFaults() {
        return false;
    }

    /** Whether a card that is put on the reader may be the ID card of this visit, and not the beginning of another. */
    default boolean awaitsCitizenCard() {
        return false;
    }

    /** The same, with what the patient's card told of earlier visits. */
    default State with(List<CardVisit> told) {
        return this;
    }

    /** What is wrong, null when nothing is: its mark stands in the corner for the technician. */
    default FaultCode fault() {
        return null;
    }

    /** The patient of this state as the server knows them, null when nobody is known. */
    default Visit visit() {
        return null;
    }

    /** What this patient wants a number of, null when nothing was chosen. */
    default ClinicOption clinic() {
        return null;
    }

    /** What the patient of this state showed, null when nobody did: scanners like to read the same code twice. */
    default Presentation shown() {
        return null;
    }
}
