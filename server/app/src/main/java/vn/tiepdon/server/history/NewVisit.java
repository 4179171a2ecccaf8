package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;

/** A visit as the room ends it. */
public record NewVisit(
        PatientId patient, ClinicId clinic, LocalDate day, Diagnosis diagnosis, Optional<LocalDate> next) {

    @Override
    public String toString() {
        return "NewVisit[…]";
    }
}
