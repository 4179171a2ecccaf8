package vn.tiepdon.simulator.card;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.Optional;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;
import vn.tiepdon.card.patientcard.CardId;
import vn.tiepdon.card.patientcard.CardPublicKey;
import vn.tiepdon.card.patientcard.IdentityRecord;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** A hospital that signs the records of virtual cards. */
public final class TestHospital {

    private final KeyPair keys = newKeys();

    public byte[] issue(ECPublicKey cardKey) {
        IdentityRecord identity = new IdentityRecord(
                "79999",
                CardId.ofHex("00112233445566778899AABBCCDDEEFF"),
                "BN000123",
                "Nguyễn Thị Mẫu",
                PartialDate.parse("1950"),
                Sex.FEMALE,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2030, 12, 31),
                CardPublicKey.of(cardKey),
                SigningKeyId.of((ECPublicKey) keys.getPublic()));
        try {
            return SignedIdentityRecord.sign(identity, keys.getPrivate()).encoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<ECPublicKey> key(SigningKeyId id) {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return SigningKeyId.of(key).equals(id) ? Optional.of(key) : Optional.empty();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
