package vn.tiepdon.server.appointment;

/** Who asked for an appointment. */
public enum Origin {
    /** The patient, at the desk. */
    DESK,
    /** The doctor, who named the day of the next visit. */
    PROGRAMME,
    /** Another computer system. */
    SYSTEM
}
