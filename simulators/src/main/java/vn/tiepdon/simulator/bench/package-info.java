/** The benchmarks of {@code ./tiepdon bench}; docs/benchmarks.md says what each measures and what it cannot. */
package vn.tiepdon.simulator.bench;
