/** {@code ./tiepdon import} and {@code ./tiepdon export}: small programs that talk to a running server. */
package vn.tiepdon.server.exchange.tool;
