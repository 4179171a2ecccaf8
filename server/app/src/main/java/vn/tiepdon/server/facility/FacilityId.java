package vn.tiepdon.server.facility;

/** A hospital served here. */
public record FacilityId(int value) {}
