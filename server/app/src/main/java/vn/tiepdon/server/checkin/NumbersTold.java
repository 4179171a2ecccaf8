package vn.tiepdon.server.checkin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Patients have been told numbers, new ones or those that they held. Published inside the transaction that does it. */
public record NumbersTold(FacilityId facility, List<Told> told) {

    /** @param desk login of the member of staff who gave it; empty for a kiosk */
    public record Told(UUID checkIn, PatientId patient, Optional<String> desk) {}
}
