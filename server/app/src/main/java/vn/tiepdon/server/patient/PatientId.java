package vn.tiepdon.server.patient;

/** The internal id of a patient at one hospital; never shown, never printed on a card. */
public record PatientId(long value) {}
