/** One command out, one response in: the smallest view of a card, and what can be laid around it. */
package vn.tiepdon.card.transport;
