/** Who is expected when: schedules, the places in their slots, and what becomes of each appointment. */
package vn.tiepdon.server.appointment;
