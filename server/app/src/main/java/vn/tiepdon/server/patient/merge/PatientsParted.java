package vn.tiepdon.server.patient.merge;

import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** One is two again. Published inside the transaction, after all rows were moved back. */
public record PatientsParted(FacilityId facility, PatientId kept, PatientId back, MergeId merge) {}
