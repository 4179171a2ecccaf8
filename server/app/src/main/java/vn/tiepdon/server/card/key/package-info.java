/** The hospital's secrets: the key that signs its cards and their records, and the masters of the cards' own keys. */
package vn.tiepdon.server.card.key;
