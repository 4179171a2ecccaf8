/** Whole check-ins over HTTP, beside the same transaction driven by pgbench. */
package vn.tiepdon.simulator.bench.checkin;
