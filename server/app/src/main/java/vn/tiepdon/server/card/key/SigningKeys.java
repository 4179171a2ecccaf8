package vn.tiepdon.server.card.key;

import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** The keys that sign the hospital's cards and their records. */
@Component
public class SigningKeys {

    private final SigningKey key;

    SigningKeys(SigningKeyStore store) {
        this.key = store.open();
    }

    /** Signs whatever is signed today. */
    public SigningKey current() {
        return key;
    }

    /** Whatever is believed. */
    public List<SigningKey> all() {
        return List.of(key);
    }

    public Optional<ECPublicKey> publicKey(SigningKeyId id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst().map(SigningKey::publicKey);
    }
}
