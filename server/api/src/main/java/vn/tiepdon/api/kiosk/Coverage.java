package vn.tiepdon.api.kiosk;

import java.time.LocalDate;
import java.util.UUID;
import vn.tiepdon.api.Text;

/**
 * What health insurance (BHYT) says of today's visit. Whatever it says, the patient is received.
 *
 * @param id names the question to the gateway; null while it has not been kept
 * @param says what it means and what to do, for the patient; {@code {desk}} is the name of the reception desk
 * @param validUntil the last day; null when not known, or not to be told to somebody who only typed a number
 * @param registeredHere whether first care is registered with this hospital; null as above
 * @param sharePercent what insurance pays here of what it covers; null when not known or not certain, as above
 * @param fiveYears whether five years without a gap are reached; null as above
 */
public record Coverage(
        UUID id,
        Standing standing,
        Text says,
        LocalDate validUntil,
        Boolean registeredHere,
        Integer sharePercent,
        Boolean fiveYears) {

    /** What a kiosk does differently. */
    public enum Standing {
        HOLDS,
        /** A new card was issued; whether it is used today is the patient's word. */
        NEW_CARD,
        /** Not insured today: the visit is paid for, unless the desk finds otherwise. */
        NOT_INSURED,
        /** The desk must look at the papers. */
        DESK,
        /** Nobody has answered yet; the question goes on. */
        NOT_VERIFIED
    }

    @Override
    public String toString() {
        return "Coverage[" + standing + "]";
    }
}
