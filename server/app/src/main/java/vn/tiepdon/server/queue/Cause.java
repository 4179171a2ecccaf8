package vn.tiepdon.server.queue;

/** Why a ticket is at a place. */
public enum Cause {
    /** The number was given for it. */
    ISSUED,
    /** Another room sent the patient there. */
    SENT,
    /** The patient comes back to the room that sent. */
    BACK,
    /** The patient was meant to be here from the start. */
    TRANSFERRED
}
