package vn.tiepdon.kiosk.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.tiepdon.api.kiosk.CheckInRequest;

/**
 * A check-in without an answer yet, as it lies on the disk. Says nothing of the person.
 *
 * @param seconds how long the patient took, null when nobody measured
 */
record PendingCheckIn(UUID id, UUID identificationId, String clinicCode, Integer seconds, Instant since) {

    PendingCheckIn {
        Objects.requireNonNull(id);
        Objects.requireNonNull(identificationId);
        Objects.requireNonNull(clinicCode);
        Objects.requireNonNull(since);
    }

    CheckInRequest request() {
        return new CheckInRequest(identificationId, clinicCode, Set.of(), seconds);
    }
}
