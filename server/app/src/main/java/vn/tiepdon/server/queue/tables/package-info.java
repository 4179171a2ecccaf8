/** Numbers, their stops and the counters as rows, for those who hold a queue's lock. */
package vn.tiepdon.server.queue.tables;
