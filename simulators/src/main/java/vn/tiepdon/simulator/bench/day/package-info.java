/** Simulated days at the real server: how long people wait, who is overtaken, and what the estimates are worth. */
package vn.tiepdon.simulator.bench.day;
