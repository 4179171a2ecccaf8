/** The server's part in a conversation with a patient card: session keys, orders, and what came of them. */
package vn.tiepdon.api.card;
