package vn.tiepdon.api.kiosk;

import java.util.Set;
import java.util.UUID;

/**
 * Says nothing of who it is: the kiosk keeps it on disk until it is answered.
 *
 * @param declared what the patient says in order to go first; null means nothing
 * @param seconds from the patient's first touch, card or code until the number was asked for; null when nobody measured.
 *     What is no time between none and an hour is not kept
 */
public record CheckInRequest(UUID identificationId, String clinicCode, Set<PriorityClaim> declared, Integer seconds) {

    public CheckInRequest {
        declared = declared == null ? Set.of() : Set.copyOf(declared);
    }

    public CheckInRequest(UUID identificationId, String clinicCode) {
        this(identificationId, clinicCode, Set.of(), null);
    }

    /** The same, of somebody who has been at it for so long. */
    public CheckInRequest after(long time) {
        return new CheckInRequest(identificationId, clinicCode, declared, (int) Math.min(time, Integer.MAX_VALUE));
    }
}
