package vn.tiepdon.api.kiosk;

import java.util.UUID;

/** Holds nothing of a person: the kiosk keeps it on disk until it is answered. */
public record CheckInRequest(UUID identificationId, String clinicCode) {}
