package vn.tiepdon.api.desk;

import java.time.LocalDate;
import java.util.List;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Sex;

/**
 * Whom a number names, and the last ten visits.
 *
 * @param hospitalCode mã người bệnh; null when the hospital gave none
 * @param birthDate ISO 8601, perhaps only a year
 * @param visits the latest first; sensitive diagnoses are in it
 */
public record PatientSummary(
        String hospitalCode, String fullName, String birthDate, Sex sex, List<PatientSummary.Visit> visits) {

    /**
     * @param kind MA_LOAI_KCB, two digits
     * @param diagnosisCode ICD-10
     * @param doctor licence number, login or name; null when unknown
     * @param next the day of the next visit; null for none
     */
    public record Visit(
            LocalDate day,
            String kind,
            Text clinic,
            String diagnosisCode,
            Text diagnosis,
            String doctor,
            LocalDate next) {

        @Override
        public String toString() {
            return "Visit[…]";
        }
    }

    @Override
    public String toString() {
        return "PatientSummary[…]";
    }
}
