package vn.tiepdon.server.coverage.gateway;

import java.time.Instant;

/**
 * A call as it is logged; nothing of a card or a person.
 *
 * @param transaction the gateway's own number (maGiaoDich), or else ours
 * @param result a result code, or a {@link GatewayFault}
 */
public record GatewayCall(Kind kind, Instant at, String account, String transaction, String result, int millis) {

    /** For the sake of what a token was taken. */
    GatewayCall about(String question) {
        return new GatewayCall(kind, at, account, question, result, millis);
    }

    /** What was called. */
    public enum Kind {
        TOKEN,
        LOOKUP,
        CHECK_IN
    }
}
