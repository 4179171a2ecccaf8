/** Readers in memory behind {@code javax.smartcardio}, for machines without a PC/SC service. */
package vn.tiepdon.simulator.card.memory;
