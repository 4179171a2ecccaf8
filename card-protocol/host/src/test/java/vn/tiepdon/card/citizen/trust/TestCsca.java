package vn.tiepdon.card.citizen.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented country signing authority. */
public record TestCsca(X500Name name, KeyPair keys, X509Certificate certificate) {

    public static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    public static final Instant TO = Instant.parse("2040-01-01T00:00:00Z");

    public static TestCsca vietnam() {
        return named("C=VN,O=Invented,CN=CSCA for tests", FROM, TO);
    }

    static TestCsca named(String name, Instant from, Instant to) {
        KeyPair keys = ecKeys("secp384r1");
        X500Name subject = new X500Name(name);
        return new TestCsca(subject, keys, certificate(subject, keys, subject, keys.getPublic(), authority(from, to)));
    }

    /** A document signer on P-256. */
    public TestSigner signer() {
        return signer(FROM, TO);
    }

    TestSigner signer(Instant from, Instant to) {
        return signer(ecKeys("secp256r1"), new Profile(from, to, false, KeyUsage.digitalSignature, null));
    }

    TestSigner signer(KeyPair signerKeys) {
        return signer(signerKeys, new Profile(FROM, TO, false, KeyUsage.digitalSignature, null));
    }

    /** Somebody whom this authority certified for master lists, not for cards. */
    TestSigner masterListSigner() {
        KeyPurposeId lists = KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.23.136.1.1.3"));
        return signer(ecKeys("secp256r1"), new Profile(FROM, TO, false, KeyUsage.digitalSignature, lists));
    }

    private TestSigner signer(KeyPair signerKeys, Profile profile) {
        X500Name subject = new X500Name("C=VN,O=Invented,CN=Document signer for tests");
        return new TestSigner(signerKeys, certificate(name, keys, subject, signerKeys.getPublic(), profile));
    }

    /** This key's word for the next one. */
    X509Certificate linkTo(TestCsca next) {
        return certificate(name, keys, next.name, next.keys.getPublic(), authority(FROM, TO));
    }

    static KeyPair ecKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static KeyPair rsaKeys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Profile authority(Instant from, Instant to) {
        return new Profile(from, to, true, KeyUsage.keyCertSign | KeyUsage.cRLSign, null);
    }

    private static X509Certificate certificate(
            X500Name issuer, KeyPair issuerKeys, X500Name subject, PublicKey key, Profile profile) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, new SecureRandom()).setBit(0),
                    Date.from(profile.from()),
                    Date.from(profile.to()),
                    subject,
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(profile.authority()));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.use()));
            if (profile.purpose() != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(profile.purpose()));
            }
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA384withECDSA")
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(issuerKeys.getPrivate())));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Profile(Instant from, Instant to, boolean authority, int use, KeyPurposeId purpose) {}
}
