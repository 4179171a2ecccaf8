package vn.tiepdon.kiosk.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.PriorityClaim;

/**
 * A check-in without an answer yet.
 *
 * @param seconds how long the patient took, null when nobody measured
 */
record PendingCheckIn(
        UUID id, UUID identificationId, String clinicCode, Set<PriorityClaim> declared, Integer seconds, Instant since)
        implements Pending {

    PendingCheckIn {
        Objects.requireNonNull(id);
        Objects.requireNonNull(identificationId);
        Objects.requireNonNull(clinicCode);
        Objects.requireNonNull(since);
        declared = declared == null ? Set.of() : Set.copyOf(declared);
    }

    static PendingCheckIn of(CheckInRequest request) {
        return new PendingCheckIn(
                UUID.randomUUID(),
                request.identificationId(),
                request.clinicCode(),
                request.declared(),
                request.seconds(),
                Instant.now());
    }

    CheckInRequest request() {
        return new CheckInRequest(identificationId, clinicCode, declared, seconds);
    }
}
