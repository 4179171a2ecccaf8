/** Kiosks, screens, bridges and other systems: invitation, enrolment, token, health. */
package vn.tiepdon.server.device;
