package vn.tiepdon.api.kiosk;

import java.time.LocalTime;
import vn.tiepdon.api.Text;

/**
 * One tile of the clinic choice.
 *
 * @param waiting people waiting there now
 * @param opensAt when it opens later today, null otherwise
 * @param suggestion why it stands first, null when it does not
 * @param appointment when the patient is expected there today, by the hospital's wall clock; null when nobody is, or
 *     when whoever asks has not proven to be the one
 */
public record ClinicOption(
        String code,
        Text name,
        String room,
        Text place,
        int waiting,
        State state,
        LocalTime opensAt,
        Suggestion suggestion,
        LocalTime appointment) {

    /** Without an appointment. */
    public ClinicOption(
            String code,
            Text name,
            String room,
            Text place,
            int waiting,
            State state,
            LocalTime opensAt,
            Suggestion suggestion) {
        this(code, name, room, place, waiting, state, opensAt, suggestion, null);
    }

    /** Whether a number can be taken. */
    public enum State {
        OPEN,
        CLOSED,
        /** The day's quota is used up. */
        FULL
    }

    /** Why a clinic is offered first. */
    public enum Suggestion {
        /** The patient has an appointment there today. */
        APPOINTMENT,
        /** The chronic programme the patient is followed in meets there. */
        PROGRAMME,
        /** The patient's last visit was there. */
        LAST_VISIT
    }
}
