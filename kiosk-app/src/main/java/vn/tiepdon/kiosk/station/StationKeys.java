package vn.tiepdon.kiosk.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.card.patientcard.channel.CardRole;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;
import vn.tiepdon.card.patientcard.channel.MasterKeys;

/**
 * What a station holds: masters that open cards for reading and nothing else, and the certificates of the hospital that
 * signs them. A PKCS#12 file; its form is in docs/patient-card.md.
 */
public final class StationKeys {

    private static final int MAX_LENGTH = 1 << 20;
    private static final int FIRST_NOT_ASCII = 0x80;
    private static final Pattern READING = Pattern.compile("reading-([1-9]|1[0-5])");

    private final Map<Integer, MasterKey> masters = new HashMap<>();
    private final Map<SigningKeyId, ECPublicKey> signers = new HashMap<>();

    private StationKeys(KeyStore store, char[] password) throws GeneralSecurityException, StationException {
        for (String alias : Collections.list(store.aliases())) {
            take(store, alias, password);
        }
        if (masters.isEmpty() || signers.isEmpty()) {
            throw new StationException(FaultCode.STATION_KEYS_UNUSABLE, null);
        }
    }

    /** @throws StationException when the password is wrong, or this is no file of a station's keys */
    public static StationKeys open(Path file, char[] password) throws StationException {
        if (CharBuffer.wrap(password).chars().anyMatch(it -> it >= FIRST_NOT_ASCII)) {
            // The JDK's PKCS#12 knows no such password: somebody types Vietnamese without knowing.
            throw new StationException(FaultCode.STATION_PASSWORD_WRONG, null);
        }
        try {
            byte[] bytes = SmallFile.read(file, MAX_LENGTH);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            return new StationKeys(store, password);
        } catch (IOException e) {
            boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
            throw new StationException(wrong ? FaultCode.STATION_PASSWORD_WRONG : FaultCode.STATION_KEYS_UNUSABLE, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StationException(FaultCode.STATION_KEYS_UNUSABLE, e);
        }
    }

    private void take(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        Matcher reading = READING.matcher(alias);
        if (reading.matches() && store.getKey(alias, password) instanceof SecretKey key) {
            masters.put(Integer.valueOf(reading.group(1)), master(key));
            return;
        }
        Certificate certificate = store.getCertificate(alias);
        if (certificate != null && certificate.getPublicKey() instanceof ECPublicKey signer) {
            // Named by what it is, not by what it is called.
            signers.put(SigningKeyId.of(signer), signer);
        }
    }

    private static MasterKey master(Key key) {
        // PKCS#12 gives the algorithm back as an object identifier.
        return MasterKeys.of(new SecretKeySpec(key.getEncoded(), "AES"));
    }

    /** @param version of the reading role */
    Optional<MasterKey> master(KeyVersion version) {
        return version.role() == CardRole.READING
                ? Optional.ofNullable(masters.get(version.generation()))
                : Optional.empty();
    }

    Optional<ECPublicKey> signer(SigningKeyId id) {
        return Optional.ofNullable(signers.get(id));
    }

    @Override
    public String toString() {
        return "StationKeys[generations " + masters.keySet() + "]";
    }
}
