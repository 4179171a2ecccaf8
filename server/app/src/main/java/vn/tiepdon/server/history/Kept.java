package vn.tiepdon.server.history;

import java.time.LocalDate;

/**
 * A part of a patient's record as it is stored.
 *
 * @param asOf the day on which somebody last said that it is right; null when nobody ever did
 * @param version counts every change; 0 when nothing is stored
 */
public record Kept<T>(T value, LocalDate asOf, int version) {

    /** Whether somebody ever asked the patient: an empty list that was asked for is an answer. */
    public boolean known() {
        return version > 0;
    }

    @Override
    public String toString() {
        return "Kept[" + version + "]";
    }
}
