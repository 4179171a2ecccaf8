package vn.tiepdon.kiosk.flow;

import java.util.List;
import vn.tiepdon.api.kiosk.Presentation;

/** What the kiosk shows, and how it answers what happens while it shows it. */
public sealed interface State
        permits AlreadyWaiting,
                ChooseClinic,
                Confirm,
                Goodbye,
                Help,
                History,
                Identifying,
                Issuing,
                Reading,
                Starting,
                TakeCard,
                TicketShown,
                Trouble,
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

    /** What the patient of this state showed, null when nobody did: scanners like to read the same code twice. */
    default Presentation shown() {
        return null;
    }
}
