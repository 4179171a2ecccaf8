/** Stores of keys in the data folder: PKCS#12 files that only the server's own user may read. */
package vn.tiepdon.server.secret;
