package vn.tiepdon.server.exchange.hl7;

/**
 * A system as an administrator sees it.
 *
 * @param heard when it last said something, as text; null when never
 * @param sent when it last took something, as text; null when never
 * @param waiting messages for it
 * @param oldest when the first of them was written, as text; null when none waits
 * @param late whether it waits for so long that somebody should look
 * @param error what went wrong at the last attempt; null when nothing did
 */
record PartnerView(
        String id,
        String name,
        boolean set,
        boolean talks,
        boolean told,
        String heard,
        long sentCount,
        String sent,
        long waiting,
        String oldest,
        boolean late,
        long refused,
        long lost,
        String error) {

    public boolean attention() {
        return late || refused > 0 || lost > 0;
    }

    /** Worst first, as a class of the page and a key of its texts. */
    public String status() {
        if (!set) {
            return "UNSET";
        }
        return attention() ? "FAULTY" : "WELL";
    }
}
