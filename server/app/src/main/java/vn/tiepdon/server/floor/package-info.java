/** The whole hall at a glance, for reception: queues, rooms, machines, what waits for somebody, and the day's figures. */
package vn.tiepdon.server.floor;
