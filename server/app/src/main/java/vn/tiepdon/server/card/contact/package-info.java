/** Conversations with cards: who was given keys for which, what a card has still to be told, and what came of it. */
package vn.tiepdon.server.card.contact;
