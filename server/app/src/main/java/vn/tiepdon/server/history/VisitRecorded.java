package vn.tiepdon.server.history;

import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A visit was written that the patient's card may carry. Published inside the transaction that writes it; never for a
 * sensitive diagnosis, so that no card task betrays one.
 */
public record VisitRecorded(FacilityId facility, PatientId patient, long visitId) {}
