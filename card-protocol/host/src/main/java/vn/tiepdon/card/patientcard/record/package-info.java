/** What a patient card says about its holder's health: emergency data, medication, visits; see docs/patient-card.md. */
package vn.tiepdon.card.patientcard.record;
