/** What reading a chip ID card costs: commands, bytes and time, beside JMRTD's plain reading of the same card. */
package vn.tiepdon.simulator.bench.card;
