/** Patients and visits as CSV: the columns of XML1, as docs/exchange.md lists them. */
package vn.tiepdon.server.exchange.csv;
