package vn.tiepdon.server.history;

import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** A patient's emergency data or medication were changed. Published inside the transaction that changes them. */
public record MedicalDataChanged(FacilityId facility, PatientId patient) {}
