package vn.tiepdon.server.phone;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.secret.KeyFile;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.TiepDonSettings;

/** The key that addresses of tickets are made with, in {@code phone.p12} of the data folder; made at first start. */
@Component
class PhoneKey {

    private static final String NAME = "phone";
    private static final String ALIAS = "tickets";
    private static final int LENGTH = 32;

    private final byte[] key;

    PhoneKey(DataFolder data, TiepDonSettings settings) {
        KeyFile file = new KeyFile(data, NAME, settings.card().keyPassword());
        this.key = file.exists() ? file.read(PhoneKey::kept) : file.change(PhoneKey::made);
    }

    byte[] bytes() {
        return key.clone();
    }

    private static byte[] kept(KeyStore store, char[] password) throws GeneralSecurityException {
        Key kept = store.getKey(ALIAS, password);
        if (kept == null) {
            throw new GeneralSecurityException("no key named " + ALIAS);
        }
        return kept.getEncoded();
    }

    private static byte[] made(KeyStore store, char[] password) throws GeneralSecurityException {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        // A name that every Java's PKCS#12 knows; what the key is used for says TicketSeal.
        SecretKey made = new SecretKeySpec(random, "AES");
        store.setEntry(ALIAS, new KeyStore.SecretKeyEntry(made), new KeyStore.PasswordProtection(password));
        return random;
    }
}
