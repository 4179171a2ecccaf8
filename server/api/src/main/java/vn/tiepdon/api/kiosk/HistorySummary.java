package vn.tiepdon.api.kiosk;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.api.Text;

/**
 * What a proven patient may see of the own record in a public hall; sensitive diagnoses are left out by the server.
 *
 * @param visits the latest first, ten at most
 * @param programmes chronic programmes (tăng huyết áp, đái tháo đường, COPD) the patient is followed in
 */
public record HistorySummary(List<Visit> visits, List<Programme> programmes) {

    /**
     * @param diagnosisCode ICD-10
     * @param fromCard this register does not know of it, only the patient's card does
     */
    public record Visit(LocalDate day, Text clinic, String diagnosisCode, String diagnosis, boolean fromCard) {

        public Visit(LocalDate day, Text clinic, String diagnosisCode, String diagnosis) {
            this(day, clinic, diagnosisCode, diagnosis, false);
        }
    }

    /** @param due the next planned visit, null when none is planned */
    public record Programme(String code, Text name, LocalDate due) {}
}
