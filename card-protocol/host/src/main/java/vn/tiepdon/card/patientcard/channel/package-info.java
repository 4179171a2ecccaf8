/**
 * Secure messaging with the patient card: GlobalPlatform's SCP03 (Card Specification 2.3, Amendment D) with keys of the
 * card's own, and how those come from the hospital's master keys. docs/patient-card.md has the layout.
 */
package vn.tiepdon.card.patientcard.channel;
