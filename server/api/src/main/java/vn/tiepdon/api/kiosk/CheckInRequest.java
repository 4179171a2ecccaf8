package vn.tiepdon.api.kiosk;

import java.util.Set;
import java.util.UUID;

/**
 * Says nothing of who it is: the kiosk keeps it on disk until it is answered.
 *
 * @param declared what the patient says in order to go first; null means nothing
 */
public record CheckInRequest(UUID identificationId, String clinicCode, Set<PriorityClaim> declared) {

    public CheckInRequest {
        declared = declared == null ? Set.of() : Set.copyOf(declared);
    }

    public CheckInRequest(UUID identificationId, String clinicCode) {
        this(identificationId, clinicCode, Set.of());
    }
}
