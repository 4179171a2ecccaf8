package vn.tiepdon.server.report;

/**
 * Numbers of one clinic or of all.
 *
 * @param kiosk taken at a kiosk
 * @param known of how many it is known where they were taken
 */
public record Counts(long given, long seen, long missed, long cancelled, long kiosk, long known) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                given + other.given,
                seen + other.seen,
                missed + other.missed,
                cancelled + other.cancelled,
                kiosk + other.kiosk,
                known + other.known);
    }

    /** Neither seen nor missed nor cancelled: still waiting, or never closed. */
    public long open() {
        return given - seen - missed - cancelled;
    }

    /** In tenths of a percent; null when there is nothing to divide. */
    public Integer kioskShare() {
        return share(kiosk, known);
    }

    /** The same in whole percent. */
    public Long kioskPercent() {
        return known == 0 ? null : Math.round(100.0 * kiosk / known);
    }

    /** In tenths of a percent; null when there is nothing to divide. */
    public Integer missedShare() {
        return share(missed, given);
    }

    static Integer share(long part, long whole) {
        return whole == 0 ? null : (int) ((part * 1000 + whole / 2) / whole);
    }
}
