package vn.tiepdon.server.appointment;

import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;

/**
 * What somebody wants to book.
 *
 * @param sourceId another system's own id: asked for twice, it is booked once
 * @param note for the desk and the room
 */
public record Booking(
        PatientId patient,
        ClinicId clinic,
        Slot slot,
        Origin origin,
        Optional<String> sourceId,
        Optional<String> note) {

    public static final int LONGEST_SOURCE = 100;
    public static final int LONGEST_NOTE = 200;

    /** @throws IllegalArgumentException when a text is longer than what is kept */
    public Booking {
        sourceId = within(sourceId, LONGEST_SOURCE);
        note = within(note, LONGEST_NOTE);
    }

    public Booking(PatientId patient, ClinicId clinic, Slot slot, Origin origin) {
        this(patient, clinic, slot, origin, Optional.empty(), Optional.empty());
    }

    private static Optional<String> within(Optional<String> text, int longest) {
        Optional<String> kept = text.map(String::strip).filter(it -> !it.isEmpty());
        if (kept.filter(it -> it.length() > longest).isPresent()) {
            throw new IllegalArgumentException("longer than " + longest);
        }
        return kept;
    }

    @Override
    public String toString() {
        return "Booking[…]";
    }
}
