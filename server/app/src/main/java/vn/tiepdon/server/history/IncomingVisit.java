package vn.tiepdon.server.history;

import java.time.LocalDate;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A visit that another system tells of.
 *
 * @param sourceId what it calls the visit (MA_LK), one for each visit of a hospital
 */
public record IncomingVisit(PatientId patient, ClinicId clinic, LocalDate day, String sourceId, VisitDetails details) {

    public static final int LONGEST_SOURCE = 100;

    /** @throws IllegalArgumentException when the source's id is missing or too long */
    public IncomingVisit {
        sourceId = KeptText.of(sourceId, LONGEST_SOURCE);
    }

    @Override
    public String toString() {
        return "IncomingVisit[…]";
    }
}
