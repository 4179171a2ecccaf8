package vn.tiepdon.server.synthetic;

/**
 * One facility's part of the province. Its patients' serials follow each other.
 *
 * @param facility from 1
 * @param first serial of its first patient
 */
record ProvinceShare(int facility, Level level, int first, int patients, int visits) {

    static final int MONTHS = 12;

    /** Of all visits; in outpatient care most are of people who come each month. */
    private static final double CHRONIC_VISITS = 0.6;

    /** How large a house is, against a commune's station, and how many of the invented hospital's clinics it has. */
    enum Level {
        PROVINCE(110, 30),
        DISTRICT(17, 18),
        COMMUNE(1, 4);

        final int weight;
        final int clinics;

        Level(int weight, int clinics) {
            this.weight = weight;
            this.clinics = clinics;
        }
    }

    /** How many come each month. */
    int chronic() {
        return (int) Math.min(patients, Math.round(visits * CHRONIC_VISITS / MONTHS));
    }

    /** Visits that are no monthly ones. */
    int others() {
        return visits - MONTHS * chronic();
    }

    /** @param index from 0; those in chronic care are spread evenly among the others */
    boolean isChronic(int index) {
        return part(chronic(), index + 1, patients) > part(chronic(), index, patients);
    }

    /** How many of {@code all} belong to the first {@code some} of {@code of}: parts add up to the whole. */
    static int part(int all, int some, int of) {
        return (int) ((long) all * some / of);
    }
}
