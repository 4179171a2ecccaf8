package vn.tiepdon.server.queue;

/**
 * A place that a ticket has left.
 *
 * @param state as {@code ticket_stop} knows it: DONE, SENT when it will come back, or TRANSFERRED
 */
public record LeftStop(Stop stop, String state) {

    static final String DONE = "DONE";
    static final String SENT = "SENT";
    static final String TRANSFERRED = "TRANSFERRED";
}
