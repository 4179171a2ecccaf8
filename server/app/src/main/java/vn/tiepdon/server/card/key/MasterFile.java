package vn.tiepdon.server.card.key;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;
import vn.tiepdon.card.patientcard.channel.MasterKeys;
import vn.tiepdon.server.secret.KeyFile;

/** The masters in the PKCS#12 file {@code card-masters.p12} of the data folder. */
final class MasterFile implements MasterStore {

    static final String NAME = "card-masters";

    private static final String AES = "AES";
    private static final int LENGTH = 32;

    private final KeyFile file;

    MasterFile(KeyFile file) {
        this.file = file;
    }

    @Override
    public Map<KeyVersion, SecretKey> load() {
        return file.exists() ? file.read(MasterFile::all) : Map.of();
    }

    @Override
    public SecretKey make(KeyVersion version) {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        SecretKey made = new SecretKeySpec(random, AES);
        return file.change((store, password) -> {
            store.setEntry(
                    MasterName.of(version),
                    new KeyStore.SecretKeyEntry(made),
                    new KeyStore.PasswordProtection(password));
            return made;
        });
    }

    @Override
    public MasterKey use(SecretKey master) {
        return MasterKeys.of(master);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static Map<KeyVersion, SecretKey> all(KeyStore store, char[] password) throws GeneralSecurityException {
        Map<KeyVersion, SecretKey> masters = new HashMap<>();
        for (String alias : Collections.list(store.aliases())) {
            Optional<KeyVersion> version = MasterName.parse(alias);
            Key key = store.getKey(alias, password);
            if (version.isPresent() && key instanceof SecretKey) {
                // PKCS#12 gives the algorithm back as an object identifier.
                masters.put(version.get(), new SecretKeySpec(key.getEncoded(), AES));
            }
        }
        return masters;
    }
}
