/** The same promises kept on both databases. */
package vn.tiepdon.server.testing;
