/** The hospital's own patient card: its signing key, issuing, and proof against copies. */
package vn.tiepdon.server.card;
