package vn.tiepdon.server.card.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.server.secret.KeyFile;
import vn.tiepdon.server.secret.KeyStoreUnusableException;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.TiepDonSettings;

/** The PKCS#12 file {@code card-signing.p12} in the data folder; made at first start. */
@Component
class SigningKeyStore {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyStore.class);

    private static final String NAME = "card-signing";

    private final KeyFile file;
    private final SelfSignedKey selfSigned;

    SigningKeyStore(DataFolder data, SelfSignedKey selfSigned, TiepDonSettings settings) {
        this.file = new KeyFile(data, NAME, settings.card().keyPassword());
        this.selfSigned = selfSigned;
    }

    /** @throws KeyStoreUnusableException when there is a file but it does not open */
    SigningKey open() {
        if (file.exists()) {
            return file.read(SigningKeyStore::read);
        }
        SigningKey key = file.change(this::make);
        log.info("made the card signing key {}: back up {}", key.id(), file);
        return key;
    }

    private static SigningKey read(KeyStore store, char[] password) throws GeneralSecurityException {
        if (!(store.getCertificate(NAME) instanceof X509Certificate certificate)
                || !(certificate.getPublicKey() instanceof ECPublicKey publicKey)) {
            throw new GeneralSecurityException("no EC key named " + NAME);
        }
        return new SigningKey(
                SigningKeyId.of(publicKey), certificate, publicKey, (PrivateKey) store.getKey(NAME, password));
    }

    private SigningKey make(KeyStore store, char[] password) throws GeneralSecurityException, IOException {
        KeyPair pair = selfSigned.newPair();
        X509Certificate certificate = selfSigned.certificate(pair);
        store.setKeyEntry(NAME, pair.getPrivate(), password, new Certificate[] {certificate});
        return read(store, password);
    }
}
