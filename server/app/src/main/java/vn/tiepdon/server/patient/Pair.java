package vn.tiepdon.server.patient;

/**
 * Two who may be one.
 *
 * @param first the one with the lower id
 */
record Pair(PatientId first, PatientId second, double score) {

    static Pair of(PatientId one, PatientId other, double score) {
        return one.value() < other.value() ? new Pair(one, other, score) : new Pair(other, one, score);
    }
}
