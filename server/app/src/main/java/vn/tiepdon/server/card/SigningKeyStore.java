package vn.tiepdon.server.card;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.tiepdon.card.patientcard.SigningKeyId;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.settings.RandomPassword;
import vn.tiepdon.server.settings.TiepDonSettings;

/** The PKCS#12 file {@code card-signing.p12} in the data folder; made at first start. */
@Component
class SigningKeyStore {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyStore.class);

    private static final String FILE = "card-signing.p12";
    private static final String PASSWORD_FILE = "card-signing.password";
    private static final String ALIAS = "card-signing";

    private final DataFolder data;
    private final SelfSignedKey selfSigned;
    private final String givenPassword;

    SigningKeyStore(DataFolder data, SelfSignedKey selfSigned, TiepDonSettings settings) {
        this.data = data;
        this.selfSigned = selfSigned;
        this.givenPassword = settings.card().keyPassword();
    }

    /** @throws SigningKeyUnusableException when there is a file but it does not open */
    SigningKey open() {
        try {
            Optional<byte[]> file = data.read(FILE);
            char[] password = password(file.isPresent());
            return file.isPresent() ? read(file.get(), password) : make(password);
        } catch (GeneralSecurityException | IOException broken) {
            throw new SigningKeyUnusableException(data.file(FILE), broken);
        }
    }

    private char[] password(boolean storeExists) {
        if (givenPassword != null && !givenPassword.isEmpty()) {
            return givenPassword.toCharArray();
        }
        Optional<byte[]> kept = data.read(PASSWORD_FILE);
        if (kept.isEmpty() && !storeExists) {
            String made = RandomPassword.make();
            data.writeOwnerOnly(PASSWORD_FILE, made);
            return made.toCharArray();
        }
        return kept.map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .orElse("")
                .toCharArray();
    }

    private static SigningKey read(byte[] file, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), password);
        Certificate certificate = store.getCertificate(ALIAS);
        if (certificate == null || !(certificate.getPublicKey() instanceof ECPublicKey publicKey)) {
            throw new GeneralSecurityException("no EC key named " + ALIAS);
        }
        return new SigningKey(SigningKeyId.of(publicKey), publicKey, (PrivateKey) store.getKey(ALIAS, password));
    }

    private SigningKey make(char[] password) throws GeneralSecurityException, IOException {
        KeyPair pair = selfSigned.newPair();
        X509Certificate certificate = selfSigned.certificate(pair);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        data.writeOwnerOnly(FILE, bytes.toByteArray());
        SigningKey key = read(bytes.toByteArray(), password);
        log.info("made the card signing key {}: back up {}", key.id(), data.file(FILE));
        return key;
    }
}
