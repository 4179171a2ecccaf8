package vn.tiepdon.server.history;

import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;

/** What the patient does not tolerate. */
public record Allergy(String substance, Severity severity) {

    public static final int LONGEST = 60;

    @Override
    public String toString() {
        return "Allergy[…]";
    }
}
