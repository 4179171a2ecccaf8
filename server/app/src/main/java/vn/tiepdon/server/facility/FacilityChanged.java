package vn.tiepdon.server.facility;

/** Somebody has changed a hospital's clinics, rooms, hours or names; published in the transaction that does. */
public record FacilityChanged(FacilityId facility) {}
