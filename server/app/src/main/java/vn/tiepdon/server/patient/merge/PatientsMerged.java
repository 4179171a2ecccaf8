package vn.tiepdon.server.patient.merge;

import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Two are one now. Published inside the transaction, after all rows were moved. */
public record PatientsMerged(FacilityId facility, PatientId kept, PatientId gone, MergeId merge) {}
