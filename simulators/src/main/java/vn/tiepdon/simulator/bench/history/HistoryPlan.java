package vn.tiepdon.simulator.bench.history;

import java.time.Duration;
import java.util.List;

/**
 * What is measured, and how long.
 *
 * @param visits of the large province
 * @param fewer of the small one
 * @param clients at the same time, one level after the other
 * @param rounds of each side, taking turns
 * @param turn of each side in a round
 * @param seed of people and questions
 */
record HistoryPlan(
        int visits,
        int fewer,
        int facilities,
        List<Integer> clients,
        int rounds,
        Duration turn,
        Duration warmUp,
        int seed) {

    private static final int PATIENTS_TO_SIXTEEN_VISITS = 10;
    private static final int HOUSES_FOR_A_DISTRICT = 22;

    int patients(int visits) {
        return Math.max(facilities, visits / 16 * PATIENTS_TO_SIXTEEN_VISITS);
    }

    /** The provincial hospital and the districts', who have half of all patients. */
    int askedAbout() {
        return 1 + facilities / HOUSES_FOR_A_DISTRICT;
    }

    /** Of a province: the same name, the same people and visits. */
    String name(int visits) {
        return "visits%d_of%d_seed%d".formatted(visits, facilities, seed);
    }
}
