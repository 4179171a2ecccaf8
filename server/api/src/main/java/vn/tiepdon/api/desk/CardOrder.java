package vn.tiepdon.api.desk;

import java.time.Instant;
import java.util.UUID;
import vn.tiepdon.api.fault.FaultCode;

/**
 * An order as desk and bridge see it.
 *
 * @param id one-time and unguessable; the desk hands it to the bridge
 * @param expires when it can no longer be begun or gone on with, ten minutes after it was made
 * @param cardId of the card it is about, or that came of it: 32 hex digits; null while there is none
 * @param fault why it failed; null otherwise
 */
public record CardOrder(
        UUID id, CardOrderKind kind, CardOrderState state, Instant expires, String cardId, FaultCode fault) {

    @Override
    public String toString() {
        return "CardOrder[" + kind + " " + state + "]";
    }
}
