/** Joins flow, devices, server and screen: one thread takes events in order and carries out what the flow wants. */
package vn.tiepdon.kiosk.conductor;
