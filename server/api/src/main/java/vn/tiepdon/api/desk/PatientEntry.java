package vn.tiepdon.api.desk;

import java.util.List;
import vn.tiepdon.api.kiosk.Sex;

/**
 * A patient as the desk sees them.
 *
 * @param birthDate ISO 8601, perhaps only a year
 * @param programmes codes of the chronic programmes
 */
public record PatientEntry(
        String hospitalCode,
        String fullName,
        String birthDate,
        Sex sex,
        String nationalNumber,
        String insuranceNumber,
        List<String> programmes) {

    @Override
    public String toString() {
        return "PatientEntry[…]";
    }
}
