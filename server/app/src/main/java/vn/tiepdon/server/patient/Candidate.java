package vn.tiepdon.server.patient;

/**
 * Somebody who may be meant.
 *
 * @param score 0 to 1, as docs/people.md explains it
 */
public record Candidate(PatientId patient, double score) {}
