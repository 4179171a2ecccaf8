/** Everything a card or a code says, from the host's side. Knows neither a screen nor a server. */
package vn.tiepdon.card;
