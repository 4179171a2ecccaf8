package vn.tiepdon.server.handover;

/** What came of a wish to take care of somebody, or to end it. */
sealed interface Taken {

    record Done(Takeover now) implements Taken {}

    /** A colleague was first. */
    record ByAnother(String name) implements Taken {}

    /** It is closed, or has changed since the page was made. */
    record Over() implements Taken {}
}
