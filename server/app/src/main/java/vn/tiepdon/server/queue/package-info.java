/** Queue numbers: how they are given, called, and what may become of them. */
package vn.tiepdon.server.queue;
