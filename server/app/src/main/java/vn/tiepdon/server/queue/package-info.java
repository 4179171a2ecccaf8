/** Queue numbers: how they are given and called. Here stands a number itself and what may become of it; docs/queue.md. */
package vn.tiepdon.server.queue;
