/** PC/SC readers as they come, go, and hold cards, for days without a restart. */
package vn.tiepdon.card.reader;
