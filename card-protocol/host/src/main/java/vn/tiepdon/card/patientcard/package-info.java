/** The hospital's patient card from the host's side: select, read, verify, challenge, personalise. */
package vn.tiepdon.card.patientcard;
