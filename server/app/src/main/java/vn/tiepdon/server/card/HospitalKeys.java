package vn.tiepdon.server.card;

import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** The keys that sign the hospital's cards. */
@Component
public class HospitalKeys {

    private final SigningKey key;

    HospitalKeys(SigningKeyStore store) {
        this.key = store.open();
    }

    /** What a kiosk needs to verify a card. */
    public List<KioskConfiguration.CardKey> cardKeys() {
        return List.of(new KioskConfiguration.CardKey(
                key.id().toString(), key.publicKey().getEncoded()));
    }

    SigningKey current() {
        return key;
    }

    Optional<ECPublicKey> publicKey(SigningKeyId id) {
        return id.equals(key.id()) ? Optional.of(key.publicKey()) : Optional.empty();
    }
}
