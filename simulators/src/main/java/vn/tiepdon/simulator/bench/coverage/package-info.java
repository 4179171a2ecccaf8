/** {@code ./tiepdon bench coverage}: a morning of look-ups against a gateway that fails. */
package vn.tiepdon.simulator.bench.coverage;
