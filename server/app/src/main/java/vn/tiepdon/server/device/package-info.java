/** Kiosks and screens: invitation, enrolment, token, health. */
package vn.tiepdon.server.device;
