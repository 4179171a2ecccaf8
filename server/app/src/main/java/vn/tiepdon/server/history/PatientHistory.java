package vn.tiepdon.server.history;

import java.util.List;
import java.util.Optional;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.server.facility.ClinicId;

/**
 * What the kiosk may use of a patient's record.
 *
 * @param summary only for a proven identity
 * @param programmeClinics where the chronic programmes meet, the one due first in front
 * @param lastClinic of the last visit that is not sensitive
 */
public record PatientHistory(HistorySummary summary, List<ClinicId> programmeClinics, Optional<ClinicId> lastClinic) {

    @Override
    public String toString() {
        return "PatientHistory[…]";
    }
}
