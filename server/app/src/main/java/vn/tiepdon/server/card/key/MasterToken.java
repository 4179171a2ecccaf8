package vn.tiepdon.server.card.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import vn.tiepdon.card.patientcard.channel.KeyVersion;
import vn.tiepdon.card.patientcard.channel.MasterKey;
import vn.tiepdon.card.patientcard.channel.MasterKeys;
import vn.tiepdon.server.secret.KeyStoreUnusableException;

/**
 * The masters in a PKCS#11 token, reached through the JDK's SunPKCS11. Whether they may leave it is decided by the
 * attributes in its configuration when they are made; nothing here needs them to.
 */
final class MasterToken implements MasterStore {

    private static final String AES = "AES";
    private static final int BITS = 256;

    private final String configuration;
    private final Provider provider;
    private final KeyStore token;

    /**
     * @param configuration path of a SunPKCS11 configuration file
     * @throws KeyStoreUnusableException when there is no such token, or the PIN is wrong
     */
    MasterToken(String configuration, char[] pin) {
        this.configuration = configuration;
        try {
            this.provider = Security.getProvider("SunPKCS11").configure(configuration);
            this.token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin);
        } catch (GeneralSecurityException | IOException | InvalidParameterException | ProviderException absent) {
            throw unusable(absent);
        }
    }

    @Override
    public Map<KeyVersion, SecretKey> load() {
        try {
            Map<KeyVersion, SecretKey> masters = new HashMap<>();
            for (String alias : Collections.list(token.aliases())) {
                Optional<KeyVersion> version = MasterName.parse(alias);
                if (version.isPresent() && token.getKey(alias, null) instanceof SecretKey key) {
                    masters.put(version.get(), key);
                }
            }
            return masters;
        } catch (GeneralSecurityException | ProviderException broken) {
            throw unusable(broken);
        }
    }

    @Override
    public SecretKey make(KeyVersion version) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(AES, provider);
            generator.init(BITS);
            token.setEntry(MasterName.of(version), new KeyStore.SecretKeyEntry(generator.generateKey()), null);
            // What the generator made lives only as long as its session.
            return (SecretKey) token.getKey(MasterName.of(version), null);
        } catch (GeneralSecurityException | ProviderException broken) {
            throw unusable(broken);
        }
    }

    @Override
    public MasterKey use(SecretKey master) {
        return MasterKeys.of(master, provider);
    }

    @Override
    public String toString() {
        return "the token of " + configuration;
    }

    private KeyStoreUnusableException unusable(Exception cause) {
        return new KeyStoreUnusableException(toString(), "check the token, its configuration and its PIN", cause);
    }
}
