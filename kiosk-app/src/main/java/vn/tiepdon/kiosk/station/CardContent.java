package vn.tiepdon.kiosk.station;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.MedicationRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;

/**
 * What a genuine card says.
 *
 * @param visits the latest first
 * @param today when it was read
 */
record CardContent(
        IdentityRecord holder,
        Entry<EmergencyRecord> emergency,
        Entry<MedicationRecord> medication,
        List<Entry<VisitRecord>> visits,
        LocalDate today) {

    @Override
    public String toString() {
        return "CardContent[…]";
    }
}
