/** Files of records from other systems: sending them in, and what became of them; see docs/exchange.md. */
package vn.tiepdon.api.exchange;
