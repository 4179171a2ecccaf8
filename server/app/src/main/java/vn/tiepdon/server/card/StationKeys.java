package vn.tiepdon.server.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.card.key.CardMasters;
import vn.tiepdon.server.card.key.SigningKey;
import vn.tiepdon.server.card.key.SigningKeys;
import vn.tiepdon.server.card.register.CardRegister;
import vn.tiepdon.server.facility.FacilityId;

/**
 * What a commune station needs to read cards without a line: the reading masters, which open nothing but reading, and
 * the hospital's certificates. Its form is in docs/patient-card.md.
 */
@Service
public class StationKeys {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST = 80;

    private final CardMasters masters;
    private final SigningKeys signing;
    private final CardRegister register;
    private final AuditTrail audit;

    StationKeys(CardMasters masters, SigningKeys signing, CardRegister register, AuditTrail audit) {
        this.masters = masters;
        this.signing = signing;
        this.register = register;
        this.audit = audit;
    }

    /**
     * @param station its name, for the trail
     * @param password 12 to 80 ASCII characters; opens the answer
     * @param by login of the administrator
     * @param source address the request came from
     * @return a PKCS#12 file
     * @throws StationKeysRefusedException when the password is too short, or the masters cannot leave their token
     */
    @Transactional
    public byte[] export(FacilityId facility, String station, char[] password, String by, String source) {
        if (password.length < SHORTEST_PASSWORD || password.length > LONGEST) {
            throw new StationKeysRefusedException(FaultCode.REQUEST_INVALID, "length of the password");
        }
        if (CharBuffer.wrap(password).chars().anyMatch(it -> it < ' ' || it > '~')) {
            // The JDK's PKCS#12 takes no others, and a station's keyboard may not type them.
            throw new StationKeysRefusedException(FaultCode.REQUEST_INVALID, "password beyond ASCII");
        }
        if (station.isBlank() || station.length() > LONGEST) {
            throw new StationKeysRefusedException(FaultCode.REQUEST_INVALID, "name of the station");
        }
        byte[] file = store(inForce(facility), password);
        audit.append(new AuditEntry(facility, by, source, "card.station-keys", "station " + station, "ok"));
        return file;
    }

    /** Those that cards in force may still hold. */
    private List<KeyVersion> inForce(FacilityId facility) {
        KeyVersion current = masters.current(CardRole.READING);
        int oldest = register.oldestReadingKeys(facility).orElse(current.generation());
        return masters.versions(CardRole.READING).stream()
                .filter(version -> version.generation() >= oldest)
                .toList();
    }

    private byte[] store(List<KeyVersion> versions, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (KeyVersion version : versions) {
                SecretKey master = masters.export(version)
                        .orElseThrow(() -> new StationKeysRefusedException(
                                FaultCode.CARD_KEYS_NOT_EXPORTABLE, "generation " + version.generation()));
                store.setEntry(
                        "reading-" + version.generation(),
                        new KeyStore.SecretKeyEntry(master),
                        new KeyStore.PasswordProtection(password));
            }
            for (SigningKey key : signing.all()) {
                store.setCertificateEntry("signing-" + key.id(), key.certificate());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
