/** A network receipt printer without paper: speaks ESC/POS, draws what it prints, and breaks on demand. */
package vn.tiepdon.simulator.printer;
