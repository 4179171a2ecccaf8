/** From what a patient shows to a queue number. */
package vn.tiepdon.server.checkin;
