package vn.tiepdon.api.kiosk;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCode;

/**
 * What a kiosk could not finish: somebody is on the way to the desk. Says nothing of who it is but by the identification
 * that the server itself made; the kiosk keeps it on disk until it is answered.
 *
 * @param id the kiosk's own, so that sending it again is harmless
 * @param at when, by the server's clock as the kiosk knows it
 * @param fault why; null when the patient asked for somebody
 * @param identificationId null when nobody knows who it is
 * @param clinicCode what the patient had chosen, null when nothing
 * @param checkInId a check-in that was sent and not answered, null when there is none
 */
public record Handover(
        UUID id, Instant at, FaultCode fault, Step step, UUID identificationId, String clinicCode, UUID checkInId) {

    public Handover {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        Objects.requireNonNull(step);
    }

    /** How far the patient was. */
    public enum Step {
        /** Nothing was shown yet. */
        BEGINNING,
        /** Something was shown or typed, and nobody was found by it. */
        NOT_IDENTIFIED,
        IDENTIFIED,
        CLINIC_CHOSEN,
        /** There is a number. */
        NUMBER_GIVEN
    }
}
