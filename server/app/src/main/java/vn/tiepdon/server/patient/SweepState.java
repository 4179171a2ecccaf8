package vn.tiepdon.server.patient;

/**
 * How far the search for duplicates among all patients has come.
 *
 * @param compared people that were compared with those like them
 * @param found pairs that nobody knew of
 * @param ended whether it came to the end; it can be begun again then
 */
public record SweepState(String lastKey, long compared, long found, boolean ended) {

    @Override
    public String toString() {
        return "SweepState[" + compared + "]";
    }
}
