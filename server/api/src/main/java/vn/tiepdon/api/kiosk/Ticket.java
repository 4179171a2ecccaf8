package vn.tiepdon.api.kiosk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.tiepdon.api.Text;

/**
 * A queue number (số thứ tự) as it is shown and printed.
 *
 * @param number counts from 1 for each clinic and business day, without gaps
 * @param code what the ticket's QR says; scanning it at a kiosk shows this ticket again
 * @param before people waiting before this one when the answer was made
 * @param appointment when the holder was expected, by the hospital's wall clock; null when not by appointment, or when
 *     whoever asks has not proven to be the holder
 * @param mark letters before the number; null for none
 * @param expectedWait when the answer was made; null when the number waits no more, or nobody can tell
 */
public record Ticket(
        UUID id,
        int number,
        String clinicCode,
        Text clinic,
        String room,
        Text place,
        LocalDate businessDay,
        OffsetDateTime issuedAt,
        int before,
        State state,
        String code,
        LocalTime appointment,
        String mark,
        Wait expectedWait) {

    /** Without an appointment and without letters. */
    public Ticket(
            UUID id,
            int number,
            String clinicCode,
            Text clinic,
            String room,
            Text place,
            LocalDate businessDay,
            OffsetDateTime issuedAt,
            int before,
            State state,
            String code) {
        this(id, number, clinicCode, clinic, room, place, businessDay, issuedAt, before, state, code, null, null, null);
    }

    /** Where the number stands. */
    public enum State {
        WAITING,
        CALLED,
        IN_ROOM,
        DONE,
        MISSED,
        /** The patient went home. */
        CANCELLED
    }

    /** The same number, with letters before it. */
    public Ticket marked(String letters) {
        return with(appointment, letters, expectedWait);
    }

    /** The same number, of somebody who will wait so long. */
    public Ticket expectedToWait(Wait minutes) {
        return with(appointment, mark, minutes);
    }

    /** The same number, of somebody who was expected at a time. */
    public Ticket expectedAt(LocalTime time) {
        return with(time, mark, expectedWait);
    }

    private Ticket with(LocalTime time, String letters, Wait minutes) {
        return new Ticket(
                id,
                number,
                clinicCode,
                clinic,
                room,
                place,
                businessDay,
                issuedAt,
                before,
                state,
                code,
                time,
                letters,
                minutes);
    }

    /** As it is shown and spoken: the letters, then three digits at least. */
    public String label() {
        return (mark == null ? "" : mark) + "%03d".formatted(number);
    }
}
