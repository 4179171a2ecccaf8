/** How failures leave the server: one catalogue entry, one status, nothing of a person. */
package vn.tiepdon.server.fault;
