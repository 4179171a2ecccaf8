package vn.tiepdon.kiosk.device.card;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.kiosk.KioskConfiguration.CardKey;
import vn.tiepdon.card.patientcard.SigningKeyId;

/** The keys that this hospital signs its cards with. */
final class HospitalKeys {

    private static final Logger LOG = LoggerFactory.getLogger(HospitalKeys.class);

    private final Map<SigningKeyId, ECPublicKey> keys = new HashMap<>();

    HospitalKeys(List<CardKey> told) {
        for (CardKey key : told) {
            try {
                PublicKey decoded =
                        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicKey()));
                ECPublicKey ec = (ECPublicKey) decoded;
                // Named by what it is, not by what it is called: the id on the card must match the key itself.
                keys.put(SigningKeyId.of(ec), ec);
            } catch (GeneralSecurityException | ClassCastException e) {
                LOG.error("card key {} is no key on P-256", key.id(), e);
            }
        }
    }

    Optional<ECPublicKey> find(SigningKeyId id) {
        return Optional.ofNullable(keys.get(id));
    }
}
