package vn.tiepdon.server.coverage.gateway;

/** Why there was no answer; each has its texts in {@code results.csv}. */
public enum GatewayFault {
    UNREACHABLE,
    TIMEOUT,
    /** Not what the gateway's answers look like, such as a page in HTML. */
    GARBLED,
    TOO_LARGE,
    /** A status other than 200. */
    HTTP,
    /** Not asked: it has failed again and again. */
    PAUSED,
    /** Not asked: too many ask at once. */
    CROWDED
}
