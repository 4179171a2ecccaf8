/** Virtual cards from the terminal: {@code ./tiepdon simulate card}. */
package vn.tiepdon.simulator.card.console;
