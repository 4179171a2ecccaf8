/** The hospital, its clinics, rooms, opening hours and quotas, and its own time. */
package vn.tiepdon.server.facility;
