package vn.tiepdon.kiosk.flow;

import java.time.LocalDate;
import vn.tiepdon.api.Text;

/**
 * One visit of a patient's record.
 *
 * @param facility the code of another hospital, null for our own
 * @param diagnosis its name, or its ICD-10 code where nobody here has the name; null when it is not told
 * @param fromCard only the patient's card knows of it
 */
public record PastVisit(LocalDate day, Text clinic, String facility, String diagnosis, boolean fromCard) {

    @Override
    public String toString() {
        return "PastVisit[…]";
    }
}
