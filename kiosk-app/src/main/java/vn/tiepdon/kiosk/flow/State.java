package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;

/** What the kiosk shows, and how it answers what happens while it shows it. */
public sealed interface State
        permits AlreadyWaiting,
                AskConsent,
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

    /** Answers everything that {@link Flow} does not answer for all states alike. */
    Transition on(Event event, Turn turn);

    /** What moves this state on when nobody does. */
    List<Alarm> alarms(Surroundings around);

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

    /** What is wrong, null when nothing is: its mark stands in the corner for the technician. */
    default FaultCode fault() {
        return null;
    }

    /** What the patient of this state showed, null when nobody did: scanners like to read the same code twice. */
    default Presentation shown() {
        return null;
    }
}
