package vn.tiepdon.applet;

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
import vn.tiepdon.card.patientcard.PatientCardPersonaliser;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.transport.Transport;

/** A hospital that signs records and issues cards. */
final class Hospital {

    static final String CODE = "79999";

    private final KeyPair keys;

    Hospital() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<ECPublicKey> key(SigningKeyId id) {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return SigningKeyId.of(key).equals(id) ? Optional.of(key) : Optional.empty();
    }

    SignedIdentityRecord sign(ECPublicKey cardKey) throws GeneralSecurityException {
        IdentityRecord identity = new IdentityRecord(
                CODE,
                CardId.ofHex("00112233445566778899AABBCCDDEEFF"),
                "BN000123",
                "Nguyễn Thị Mẫu Có Tên Rất Dài Để Hồ Sơ Cần Hai Lần Đọc",
                PartialDate.parse("1950"),
                Sex.FEMALE,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2030, 12, 31),
                CardPublicKey.of(cardKey),
                SigningKeyId.of((ECPublicKey) keys.getPublic()));
        return SignedIdentityRecord.sign(identity, keys.getPrivate());
    }

    SignedIdentityRecord issue(Transport blank) throws Exception {
        PatientCardPersonaliser personaliser = new PatientCardPersonaliser(blank);
        SignedIdentityRecord signed = sign(personaliser.generateKey());
        personaliser.store(signed);
        personaliser.activate();
        return signed;
    }
}
