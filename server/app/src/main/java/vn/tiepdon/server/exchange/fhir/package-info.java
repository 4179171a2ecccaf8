/**
 * HL7 FHIR R4 for the hospital's other systems: what is known of a patient in the words that all systems share. The
 * library behind it is loaded by the first request, so that a hospital that does not use it pays nothing for it.
 */
package vn.tiepdon.server.exchange.fhir;
