package vn.tiepdon.server.patient.likeness;

/**
 * What one aspect says.
 *
 * @param bits for one person, or against when negative
 */
public record Evidence(Aspect aspect, Agreement agreement, double bits) {

    /** How two values stand to each other. */
    public enum Agreement {
        SAME,
        ALIKE,
        DIFFERENT,
        /** One of them is not known. */
        OPEN
    }
}
