/** Patients whom a kiosk could not help, taken over at the desk. */
package vn.tiepdon.server.handover;
