package vn.tiepdon.simulator.bench.history;

/**
 * @param facility whose system asks
 * @param number a national number
 */
record Question(int facility, String number) {

    @Override
    public String toString() {
        return "Question[" + facility + "]";
    }
}
