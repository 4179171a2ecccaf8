/** A serial code scanner without hardware: one end of a pseudo terminal, with the bad habits of real ones. */
package vn.tiepdon.simulator.scanner;
