package vn.tiepdon.card.patientcard.record;

import vn.tiepdon.card.patientcard.SigningKeyId;

/**
 * What a card says, and whose word it says that is.
 *
 * @param signer not proven yet
 */
record Claimed<T extends MedicalRecord>(T record, SigningKeyId signer) {}
