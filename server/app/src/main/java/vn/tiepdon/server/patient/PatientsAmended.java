package vn.tiepdon.server.patient;

import java.util.List;
import vn.tiepdon.server.facility.FacilityId;

/** More, or other, is known of who these people are. Published inside the transaction that writes it. */
public record PatientsAmended(FacilityId facility, List<PatientId> patients) {}
