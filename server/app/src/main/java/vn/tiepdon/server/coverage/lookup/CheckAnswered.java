package vn.tiepdon.server.coverage.lookup;

import java.time.LocalDate;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** The gateway has answered a question about a patient's day; told in the transaction that keeps the answer. */
public record CheckAnswered(FacilityId facility, PatientId patient, LocalDate day) {}
