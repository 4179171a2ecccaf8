package vn.tiepdon.server.coverage.gateway;

import java.time.Instant;

/**
 * A call as it is logged; nothing of a card or a person.
 *
 * @param transaction the gateway's own number (maGiaoDich), or else ours
 * @param result a result code, or a {@link GatewayFault}
 */
public record GatewayCall(Kind kind, Instant at, String account, String transaction, String result, int millis) {

    /** What was called. */
    public enum Kind {
        TOKEN,
        LOOKUP,
        CHECK_IN
    }
}
