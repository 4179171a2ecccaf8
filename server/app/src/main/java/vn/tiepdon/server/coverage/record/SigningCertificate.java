package vn.tiepdon.server.coverage.record;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.secret.KeyFile;
import vn.tiepdon.server.secret.KeyStoreUnusableException;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.TiepDonSettings;

/**
 * The hospital's certificate, which it has registered with the insurance's portal: the one that its administrator has
 * uploaded, or else the server's own, in a PKCS#11 token or in {@code insurance-signing.p12} of the data folder. Looked for
 * until it is found, so that it may be put there while the server runs.
 */
@Component
class SigningCertificate {

    private static final String FILE = "insurance-signing";

    private final KeyFile file;
    private final CoverageSettings settings;
    private final UploadedCertificates uploaded;
    private Key found;

    SigningCertificate(
            DataFolder data, TiepDonSettings server, CoverageSettings settings, UploadedCertificates uploaded) {
        this.file = new KeyFile(data, FILE, server.card().keyPassword());
        this.settings = settings;
        this.uploaded = uploaded;
    }

    /** @param provider that must sign, when the key does not leave it */
    record Key(PrivateKey privateKey, X509Certificate certificate, Optional<Provider> provider) {

        @Override
        public String toString() {
            return "Key[…]";
        }
    }

    /** @throws KeyStoreUnusableException when there is a store that does not open */
    Optional<Key> find(FacilityId facility) {
        return uploaded.of(facility).or(this::ofServer);
    }

    private synchronized Optional<Key> ofServer() {
        if (found == null) {
            found = settings.signingPkcs11().isBlank()
                    ? ofFile()
                    : ofToken(settings.signingPkcs11(), settings.signingPin());
        }
        return Optional.ofNullable(found);
    }

    private Key ofFile() {
        return file.exists() ? file.read((store, password) -> first(store, password, Optional.empty())) : null;
    }

    /** @param configuration file of SunPKCS11 */
    static Key ofToken(String configuration, String pin) {
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(configuration);
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, pin.toCharArray());
            return first(token, null, Optional.of(provider));
        } catch (GeneralSecurityException | IOException | InvalidParameterException | ProviderException absent) {
            throw new KeyStoreUnusableException(
                    "the token of " + configuration, "check the token, its configuration and its PIN", absent);
        }
    }

    private static Key first(KeyStore store, char[] password, Optional<Provider> provider)
            throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate
                    && store.getKey(alias, password) instanceof PrivateKey key) {
                return new Key(key, certificate, provider);
            }
        }
        return null;
    }
}
