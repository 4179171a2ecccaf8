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
 * @param code scanned at a kiosk it shows this ticket again
 * @param before people who waited and would be called before this one when the answer was made
 * @param appointment when the holder was expected, by the hospital's wall clock; null when not by appointment, or when
 *     whoever asks has not proven to be the holder
 * @param mark letters before the number; null for none
 * @param expectedWait when the answer was made; null when the number waits no more, or nobody can tell
 * @param phone address of the page that follows this number on a telephone, for its holder alone; null when the hospital
 *     has none
 * @param insurance what the paper says of insurance; null for nothing. A kiosk adds it from the {@link Coverage}
 * @param priority whether the holder goes first; null when not
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
        Wait expectedWait,
        String phone,
        Text insurance,
        Priority priority) {

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
        this(
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
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Why the holder goes before others that came earlier. */
    public enum Priority {
        /** The holder says so, and nobody has seen it yet. */
        UNCONFIRMED,
        COUNTS
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
        return with(appointment, letters, expectedWait, phone, insurance, priority);
    }

    /** The same number, of somebody who will wait so long. */
    public Ticket expectedToWait(Wait minutes) {
        return with(appointment, mark, minutes, phone, insurance, priority);
    }

    /** The same number, of somebody who was expected at a time. */
    public Ticket expectedAt(LocalTime time) {
        return with(time, mark, expectedWait, phone, insurance, priority);
    }

    /** The same number, with a page for a telephone. */
    public Ticket followedAt(String address) {
        return with(appointment, mark, expectedWait, address, insurance, priority);
    }

    /** The same number, with a line about insurance on its paper; null for none. */
    public Ticket saying(Text ofInsurance) {
        return with(appointment, mark, expectedWait, phone, ofInsurance, priority);
    }

    /** The same number, of somebody who goes first; null for nobody. */
    public Ticket goingFirst(Priority why) {
        return with(appointment, mark, expectedWait, phone, insurance, why);
    }

    private Ticket with(LocalTime time, String letters, Wait minutes, String address, Text ofInsurance, Priority why) {
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
                minutes,
                address,
                ofInsurance,
                why);
    }

    /**
     * What the QR on the paper says: one code for the telephone's camera and for the kiosk's scanner, because two would
     * be mixed up. What stands behind the number sign a browser keeps to itself, and a kiosk reads nothing else.
     */
    public String qr() {
        return phone == null ? code : phone + "#" + code;
    }

    /** As it is shown and spoken: the letters, then three digits at least. */
    public String label() {
        return (mark == null ? "" : mark) + "%03d".formatted(number);
    }
}
