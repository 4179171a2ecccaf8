package vn.tiepdon.server.report;

/**
 * From the number to the end of the way, of patients with so many techniques (laboratory, imaging) on it.
 *
 * <p>Decision 1313/QĐ-BYT of 22/04/2013 wants visits with an examination alone to take less than 2 hours on average, with
 * one technique less than 3, with two less than 3.5, with three less than 4.
 *
 * @param techniques 0 to 3; 3 also stands for more
 * @param minutes of those that were finished
 */
public record Stay(int techniques, Spread minutes) {

    private static final int[] TARGETS = {120, 180, 210, 240};

    static final int GROUPS = TARGETS.length;

    /** Minutes. */
    public int target() {
        return TARGETS[techniques];
    }

    /** In tenths of a percent; null when nobody was there. */
    public Integer within() {
        return Counts.share(minutes.below(target()), minutes.size());
    }
}
