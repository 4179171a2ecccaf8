package vn.tiepdon.card.citizen.trust;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;

/** X.509, through Bouncy Castle. */
final class Certificates {

    private static final int KEY_CERT_SIGN = 5;

    private Certificates() {}

    /** @param bytes DER, or PEM with one or more */
    static List<X509Certificate> parse(byte[] bytes) throws CertificateException {
        try {
            return CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .map(Certificates::named)
                    .toList();
        } catch (RuntimeException nonsense) {
            throw new CertificateException(nonsense.getClass().getSimpleName());
        }
    }

    /**
     * Bouncy Castle makes certificates whose names the JDK refuses, and tells only when one is asked for.
     *
     * @throws IllegalArgumentException for such a certificate
     */
    static X509Certificate named(X509Certificate certificate) {
        certificate.getSubjectX500Principal();
        certificate.getIssuerX500Principal();
        return certificate;
    }

    /** Whether the one's name and key stand behind the other, whatever the dates. */
    static boolean issued(X509Certificate issuer, X509Certificate subject) {
        return subject.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()) && signed(issuer, subject);
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return issued(certificate, certificate);
    }

    static boolean isAuthority(X509Certificate certificate) {
        boolean[] use = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (use == null || use[KEY_CERT_SIGN]);
    }

    /** The country of the subject, upper case: {@code VN}. */
    static Optional<String> country(X509Certificate certificate) {
        X500Name name =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] countries = name.getRDNs(BCStyle.C);
        return countries.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(countries[0].getFirst().getValue())
                        .toUpperCase(Locale.ROOT));
    }

    private static boolean signed(X509Certificate issuer, X509Certificate subject) {
        try {
            KeyLimits.require(issuer.getPublicKey());
            subject.verify(issuer.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException | AlgorithmUnsupportedException | RuntimeException not) {
            return false;
        }
    }
}
