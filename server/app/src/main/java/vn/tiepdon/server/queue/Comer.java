package vn.tiepdon.server.queue;

import java.time.Instant;
import java.util.Optional;
import vn.tiepdon.server.patient.PatientId;

/**
 * Somebody who takes a number.
 *
 * @param expectedAt by appointment
 */
public record Comer(PatientId patient, Priority priority, Optional<Instant> expectedAt, Entry entry) {}
