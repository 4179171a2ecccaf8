package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A visit as it is kept.
 *
 * @param sourceId what another system calls it (MA_LK); empty when it was written in a room here
 * @param version 1 as it was first written; more when it was corrected
 */
public record Visit(
        long id,
        PatientId patient,
        ClinicId clinic,
        LocalDate day,
        Optional<String> sourceId,
        VisitDetails details,
        int version) {

    @Override
    public String toString() {
        return "Visit[" + id + "]";
    }
}
