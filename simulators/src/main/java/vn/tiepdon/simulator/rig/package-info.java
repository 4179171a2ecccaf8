/**
 * A whole kiosk at work and everything around it: the real program in a real window, a card slot, a code scanner and a
 * printer plugged in, a finger that touches, an eye that watches. For the demo and the benchmarks.
 */
package vn.tiepdon.simulator.rig;
