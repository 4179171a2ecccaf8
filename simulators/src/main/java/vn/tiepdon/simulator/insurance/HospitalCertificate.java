package vn.tiepdon.simulator.insurance;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What a hospital signs its records with: a certificate of nobody, where the server looks for it. */
public final class HospitalCertificate {

    /** Its name, as the server looks for it. */
    public static final String FILE = "insurance-signing.p12";

    private static final int BITS = 2048;
    private static final Duration LIFE = Duration.ofDays(2);

    private HospitalCertificate() {}

    /**
     * @param data the server's data folder, or where the file that is uploaded lies
     * @param password of it; in the data folder as the server's {@code tiepdon.card.key-password} says
     */
    public static void write(Path data, String password) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "hospital", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate(pair)});
            Files.createDirectories(data);
            try (OutputStream file = Files.newOutputStream(data.resolve(FILE))) {
                store.store(file, password.toCharArray());
            }
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=TEST ONLY");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(LIFE)),
                                Date.from(now.plus(LIFE)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }
}
