/** Virtual cards in the real readers of a real PC/SC service, and in memory where there is none. */
package vn.tiepdon.simulator.card;
