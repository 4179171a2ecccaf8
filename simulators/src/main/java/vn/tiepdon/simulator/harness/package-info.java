/**
 * Starts and stops the product's programs as separate processes and speaks with the server as kiosk and staff do. The
 * demo and the benchmarks stand on it. Everything it starts ends with it, also on Ctrl-C.
 */
package vn.tiepdon.simulator.harness;
