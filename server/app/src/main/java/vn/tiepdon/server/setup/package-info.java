/** What an empty database gets at first start. */
package vn.tiepdon.server.setup;
