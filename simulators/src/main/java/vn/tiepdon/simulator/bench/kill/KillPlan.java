package vn.tiepdon.simulator.bench.kill;

import java.time.Duration;

/**
 * @param atMost no round begins later than this after the first
 * @param seed decides patients, clinics and the instants of the kills
 * @param kiosks sending at the same time
 */
record KillPlan(int rounds, Duration atMost, long seed, int kiosks, int patients) {}
