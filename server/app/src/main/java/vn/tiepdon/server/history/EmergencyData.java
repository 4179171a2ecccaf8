package vn.tiepdon.server.history;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.card.patientcard.record.BloodGroup;

/** What a stranger must know to help this patient. */
public record EmergencyData(
        Optional<BloodGroup> bloodGroup,
        List<Allergy> allergies,
        List<ChronicDiagnosis> diagnoses,
        List<EmergencyContact> contacts) {

    /** As many as the card has room for. */
    public static final int MOST_ALLERGIES = 16;

    public static final int MOST_DIAGNOSES = 16;
    public static final int MOST_CONTACTS = 3;

    public static final EmergencyData NONE = new EmergencyData(Optional.empty(), List.of(), List.of(), List.of());

    @Override
    public String toString() {
        return "EmergencyData[…]";
    }
}
