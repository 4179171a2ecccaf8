/** What happened in the queues, in the order in which it was committed, and the streams that tell it to those who watch. */
package vn.tiepdon.server.event;
