package vn.tiepdon.simulator.bench.coverage;

import java.time.Duration;

/**
 * What a run goes through.
 *
 * @param pace from one patient to the next, when the one before is done by then
 * @param faults share of the gateway's calls
 * @param slow share of the gateway's calls that take up to three seconds
 * @param outage of the gateway, after a third of the patients
 * @param kills of the server, between a record that the gateway has taken and its receipt
 * @param servers 1, or 2 on one database; then the second is killed when the outage is over, too
 */
record CoveragePlan(
        int patients, Duration pace, double faults, double slow, Duration outage, int kills, int servers, long seed) {}
