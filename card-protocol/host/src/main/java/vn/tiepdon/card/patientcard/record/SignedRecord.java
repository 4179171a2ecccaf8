package vn.tiepdon.card.patientcard.record;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.HospitalSignature;
import vn.tiepdon.card.patientcard.MalformedRecordException;
import vn.tiepdon.card.patientcard.MalformedRecordException.Reason;
import vn.tiepdon.card.patientcard.NewerLayoutException;
import vn.tiepdon.card.patientcard.SignatureInvalidException;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.Tlv;
import vn.tiepdon.card.patientcard.UnknownSigningKeyException;

/**
 * A record with the hospital's signature behind it: ECDSA P-256 with SHA-256 over {@code TDREC01}, the card id and the
 * record. So it is believed on this very card, whatever wrote it there, and on no other.
 */
public final class SignedRecord {

    private static final byte[] PREFIX = "TDREC01".getBytes(StandardCharsets.US_ASCII);

    private SignedRecord() {}

    /**
     * @param record from {@link MedicalRecord#encode}, for the signing key that this one is
     * @return what is stored in the card
     * @throws InvalidKeyException when the key cannot sign
     */
    public static byte[] sign(CardId card, byte[] record, PrivateKey key) throws InvalidKeyException {
        return HospitalSignature.append(record, HospitalSignature.sign(key, PREFIX, card.bytes(), record));
    }

    /**
     * @param signed what the card holds: one record and its signature
     * @param keys the hospital's public keys by their id
     * @return the record, now vouched for
     * @throws SignatureInvalidException when it was changed, or belongs to another card
     */
    public static MedicalRecord verify(CardId card, byte[] signed, Function<SigningKeyId, Optional<ECPublicKey>> keys)
            throws MalformedRecordException, NewerLayoutException, UnknownSigningKeyException,
                    SignatureInvalidException {
        Tlv tlv = new Tlv(signed);
        Claimed<? extends MedicalRecord> claimed = decode(tlv);
        byte[] record = Arrays.copyOf(signed, tlv.position());
        byte[] signature = HospitalSignature.read(tlv);
        tlv.requireEnd();
        if (signed.length > claimed.record().file().capacity()) {
            throw new MalformedRecordException(Reason.BAD_LENGTH, 0);
        }
        HospitalSignature.verify(claimed.signer(), keys, signature, PREFIX, card.bytes(), record);
        return claimed.record();
    }

    private static Claimed<? extends MedicalRecord> decode(Tlv tlv)
            throws MalformedRecordException, NewerLayoutException {
        if (tlv.has(EmergencyCodec.RECORD)) {
            return EmergencyCodec.decode(tlv);
        }
        return tlv.has(MedicationCodec.RECORD) ? MedicationCodec.decode(tlv) : VisitCodec.decode(tlv);
    }
}
