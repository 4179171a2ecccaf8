/** Who is called next: pure, by weights that the settings say. */
package vn.tiepdon.server.queue.order;
