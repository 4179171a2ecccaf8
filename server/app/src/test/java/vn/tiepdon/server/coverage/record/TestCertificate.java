package vn.tiepdon.server.coverage.record;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.tiepdon.server.secret.KeyFile;
import vn.tiepdon.server.settings.DataFolder;

/** A certificate of nobody. */
public final class TestCertificate {

    private final KeyPair pair;
    private final X509Certificate certificate;

    private TestCertificate(KeyPair pair, X509Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    public static TestCertificate rsa() {
        Instant now = Instant.now();
        return rsa(2048, now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
    }

    public static TestCertificate rsa(int bits, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=Benh vien Thu");
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name, BigInteger.ONE, Date.from(from), Date.from(until), name, pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
            return new TestCertificate(pair, certificate);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SigningCertificate.Key key() {
        return new SigningCertificate.Key(pair.getPrivate(), certificate, Optional.empty());
    }

    /** As a file that an administrator would have been given. */
    public byte[] pkcs12(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("hospital", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password.toCharArray());
            return bytes.toByteArray();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Puts it where the server looks for it, unless there is one. */
    void keepIn(DataFolder data) {
        KeyFile file = new KeyFile(data, "insurance-signing", "");
        if (!file.exists()) {
            file.change((store, password) -> {
                store.setKeyEntry("hospital", pair.getPrivate(), password, new Certificate[] {certificate});
                return store;
            });
        }
    }
}
