package vn.tiepdon.server.coverage.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;

/** Reads an uploaded PKCS#12 and judges what is in it. */
final class CertificateFile {

    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final byte[] SAMPLE = {1, 2, 3};

    private CertificateFile() {}

    static SigningCertificate.Key read(byte[] file, char[] password, Instant now) throws CertificateRefused {
        SigningCertificate.Key key = first(file, password);
        X509Certificate certificate = key.certificate();
        if (!strong(certificate)) {
            throw new CertificateRefused(CertificateFault.WEAK);
        }
        if (!pair(key)) {
            throw new CertificateRefused(CertificateFault.NOT_A_PAIR);
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw new CertificateRefused(CertificateFault.NOT_FOR_SIGNING);
        }
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateExpiredException expired) {
            throw new CertificateRefused(CertificateFault.EXPIRED);
        } catch (CertificateNotYetValidException early) {
            throw new CertificateRefused(CertificateFault.NOT_YET_VALID);
        }
        return key;
    }

    private static SigningCertificate.Key first(byte[] file, char[] password) throws CertificateRefused {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
                if (key instanceof PrivateKey secret
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return new SigningCertificate.Key(secret, certificate, Optional.empty());
                }
            }
            throw new CertificateRefused(CertificateFault.NO_KEY);
        } catch (IOException | GeneralSecurityException closed) {
            throw new CertificateRefused(CertificateFault.NOT_OPENED);
        }
    }

    private static boolean strong(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= RSA_BITS;
        }
        return certificate.getPublicKey() instanceof ECPublicKey curve
                && curve.getParams().getOrder().bitLength() >= EC_BITS;
    }

    private static boolean pair(SigningCertificate.Key key) {
        try {
            String algorithm = key.certificate().getPublicKey() instanceof ECPublicKey ? "ECDSA" : "RSA";
            Signature signature = Signature.getInstance("SHA256with" + algorithm);
            signature.initSign(key.privateKey());
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(key.certificate());
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException unlike) {
            return false;
        }
    }
}
