/** How long the programs take from start to ready, and how much memory they hold after some work. */
package vn.tiepdon.simulator.bench.start;
