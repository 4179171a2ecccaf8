package vn.tiepdon.simulator.bench.kill;

/**
 * @param seed decides patients, clinics and the instants of the kills
 * @param kiosks sending at the same time
 */
record KillPlan(int rounds, long seed, int kiosks, int patients) {}
