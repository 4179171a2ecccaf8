package vn.tiepdon.card.patientcard.record;

import vn.tiepdon.card.patientcard.CardFile;
import vn.tiepdon.card.patientcard.HospitalSignature;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** One of the records that a card holds behind its keys. Text forms show nothing of what stands in them. */
public sealed interface MedicalRecord permits EmergencyRecord, MedicationRecord, VisitRecord {

    /** The layout that this version writes, and the highest that it reads. */
    int LAYOUT_VERSION = 1;

    /**
     * @param signer the hospital key that is going to sign it
     * @return the record's own TLV, without a signature
     */
    byte[] encode(SigningKeyId signer);

    /** @return where it stands in the card */
    CardFile file();

    /** @return whether the card has room for it; a record may keep every single limit and still be too long */
    default boolean fits() {
        int length = encode(Elements.NO_SIGNER).length + HospitalSignature.ELEMENT_LENGTH;
        return length <= file().capacity();
    }
}
