package vn.tiepdon.api.kiosk;

/** The one answer that a check-in id ever gets. */
public record CheckIn(Outcome outcome, Ticket ticket) {

    /** How the ticket came to be. */
    public enum Outcome {
        ISSUED,
        /** The patient had an open number for this clinic today; it is the same one. */
        ALREADY_WAITING
    }
}
