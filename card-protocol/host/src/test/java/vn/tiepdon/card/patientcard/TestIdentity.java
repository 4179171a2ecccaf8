package vn.tiepdon.card.patientcard;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import vn.tiepdon.card.PartialDate;
import vn.tiepdon.card.Sex;

/** A synthetic patient's record and the keys around it. */
public final class TestIdentity {

    public static final String FACILITY = "79999";
    static final String NAME = "Nguyễn Thị Mẫu";
    public static final KeyPair HOSPITAL = newKeys();
    public static final KeyPair CARD = newKeys();

    private TestIdentity() {}

    public static IdentityRecord record() {
        return record(FACILITY, NAME);
    }

    public static IdentityRecord record(String facility, String name) {
        return new IdentityRecord(
                facility,
                CardId.ofHex("00112233445566778899AABBCCDDEEFF"),
                "BN000123",
                name,
                PartialDate.parse("1950-03"),
                Sex.FEMALE,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2030, 12, 31),
                CardPublicKey.of((ECPublicKey) CARD.getPublic()),
                SigningKeyId.of((ECPublicKey) HOSPITAL.getPublic()));
    }

    public static SignedIdentityRecord signed() {
        try {
            return SignedIdentityRecord.sign(record(), HOSPITAL.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
