package vn.tiepdon.server.coverage.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.secret.KeyFile;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.TiepDonSettings;

/**
 * Seals what the database must not show: AES-256-GCM with a key in {@code insurance.p12} of the data folder, made when it
 * is first needed. Two servers on one database need the same file. Sealed: a version, 12 random bytes, text and tag.
 */
@Component
public class GatewaySecrets {

    private static final Logger log = LoggerFactory.getLogger(GatewaySecrets.class);

    private static final String FILE = "insurance";
    private static final String ALIAS = "answers-1";
    private static final String AES = "AES";
    private static final String MODE = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeyFile file;
    private final SecureRandom random = new SecureRandom();
    private SecretKey key;

    GatewaySecrets(DataFolder data, TiepDonSettings settings) {
        this.file = new KeyFile(data, FILE, settings.card().keyPassword());
    }

    /** @param about what it is; only the same opens it again, so that nothing sealed can be put elsewhere */
    public byte[] seal(byte[] plain, String about) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws SealBrokenException when it was sealed as something else, with another key, or was altered */
    public byte[] open(byte[] sealed, String about) {
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
            throw new SealBrokenException(null);
        }
        try {
            byte[] nonce = new byte[NONCE];
            System.arraycopy(sealed, 1, nonce, 0, NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, about).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException broken) {
            throw new SealBrokenException(broken);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(MODE);
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized SecretKey key() {
        if (key == null) {
            SecretKey found = file.exists() ? file.read(GatewaySecrets::read) : null;
            key = found == null ? made() : found;
        }
        return key;
    }

    private SecretKey made() {
        byte[] bytes = new byte[KEY];
        random.nextBytes(bytes);
        SecretKey made = new SecretKeySpec(bytes, AES);
        file.change((store, password) -> {
            store.setEntry(ALIAS, new KeyStore.SecretKeyEntry(made), new KeyStore.PasswordProtection(password));
            return made;
        });
        log.info("made the key of the insurance's answers: back up {}", file);
        return made;
    }

    private static SecretKey read(KeyStore store, char[] password) throws GeneralSecurityException {
        // PKCS#12 gives the algorithm back as an object identifier.
        return store.getKey(ALIAS, password) instanceof SecretKey kept
                ? new SecretKeySpec(kept.getEncoded(), AES)
                : null;
    }
}
