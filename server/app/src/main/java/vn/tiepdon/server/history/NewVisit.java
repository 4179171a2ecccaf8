package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A visit as the room ends it.
 *
 * @param ticket id of the queue number that it belongs to; a number has one visit
 */
public record NewVisit(PatientId patient, ClinicId clinic, LocalDate day, Optional<UUID> ticket, VisitDetails details) {

    @Override
    public String toString() {
        return "NewVisit[…]";
    }
}
