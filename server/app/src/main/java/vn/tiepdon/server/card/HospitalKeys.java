package vn.tiepdon.server.card;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.server.card.key.SigningKeys;

/** What a kiosk needs to verify a card. */
@Component
public class HospitalKeys {

    private final SigningKeys keys;

    HospitalKeys(SigningKeys keys) {
        this.keys = keys;
    }

    public List<KioskConfiguration.CardKey> cardKeys() {
        return keys.all().stream()
                .map(key -> new KioskConfiguration.CardKey(
                        key.id().toString(), key.publicKey().getEncoded()))
                .toList();
    }
}
