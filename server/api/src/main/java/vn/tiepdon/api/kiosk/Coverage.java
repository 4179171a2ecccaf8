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
 * @param registeredAt name of the place where first care is registered; null when it is here or not known, as above
 * @param paper the line for the ticket, which lies about: whether insurance was checked, never what came of it; null for none
 */
public record Coverage(
        UUID id,
        Standing standing,
        Text says,
        LocalDate validUntil,
        Boolean registeredHere,
        Integer sharePercent,
        Boolean fiveYears,
        String registeredAt,
        Text paper) {

    /** Of whom nothing is known but this. */
    public Coverage(UUID id, Standing standing, Text says, Text paper) {
        this(id, standing, says, null, null, null, null, null, paper);
    }

    /** What a kiosk does differently. */
    public enum Standing {
        HOLDS,
        /** A new card was issued; whether it is used today is the patient's word. */
        NEW_CARD,
        /** Not insured today: the visit is paid for, unless the desk finds otherwise. */
        NOT_INSURED,
        /** The desk must look at the papers. */
        DESK,
        /** The gateway has answered, and what it said is told at the desk: somebody only typed a number. */
        CHECKED,
        /** Nobody has answered yet; the question goes on. */
        NOT_VERIFIED
    }

    @Override
    public String toString() {
        return "Coverage[" + standing + "]";
    }
}
