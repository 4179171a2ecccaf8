package vn.tiepdon.simulator.bench.coverage;

import java.time.Duration;

/**
 * What a run goes through.
 *
 * @param faults share of the gateway's calls
 * @param outage of the gateway, in the middle of the morning
 * @param kills of the server, between a record that the gateway has taken and its receipt
 */
record CoveragePlan(int patients, double faults, Duration outage, int kills, long seed) {}
