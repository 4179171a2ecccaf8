package vn.tiepdon.kiosk.flow;

import java.util.List;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.ChipRequest;

/** What the kiosk wants done. */
public sealed interface Effect {

    record AskConfiguration() implements Effect {}

    record Identify(long question, Presentation presentation) implements Effect {}

    record TakeNumber(long question, CheckInRequest request) implements Effect {}

    record Print(long question, Ticket ticket, Language language) implements Effect {}

    /** Replaces all alarms set before; {@code clock} comes back in {@link Event.TimeUp}. */
    record SetAlarms(long clock, List<Alarm> alarms) implements Effect {}

    /** Somebody agrees to the reading of their chip, at this moment. */
    record NoteConsent(long consent, String wording, Language language) implements Effect {}

    record ReadChip(ChipRequest request) implements Effect {}

    /** Has the order carried out on the card that still lies there; {@link Event.CardTold} says what came of it. */
    record TellCard(long question, CardOrder order) implements Effect {}

    /** Lets go of the card: its patient has gone, or has waited long enough. */
    record LeaveCard() implements Effect {}

    /** Says whether a new insurance card is used. */
    record SayNewCard(UUID coverage, boolean used) implements Effect {}

    /**
     * Tells the desk of somebody who needs it.
     *
     * @param fault null when the patient asked for somebody
     * @param identification null when nobody knows who it is
     * @param clinic code of what was chosen, null when nothing
     * @param unanswered id of a check-in that was sent and not answered, null when there is none
     */
    record HandOver(FaultCode fault, Handover.Step step, UUID identification, String clinic, UUID unanswered)
            implements Effect {}

    /** Reads the screen aloud. */
    record Speak(String screen, Language language) implements Effect {}

    /** The patient has gone: nothing may be left of them, on no hidden screen either. */
    record Forget() implements Effect {}
}
