package vn.tiepdon.card.citizen.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
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

    /** What Doc 9303 part 12, table 6 asks of a CSCA: it certifies signers, and no further authority. */
    static final Extension CA = extension(Extension.basicConstraints, new BasicConstraints(0));

    static final Extension LEAF = extension(Extension.basicConstraints, new BasicConstraints(false));

    private static final List<Extension> AUTHORITY = List.of(CA, use(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    private static final List<Extension> SIGNER = List.of(LEAF, use(KeyUsage.digitalSignature));

    public static TestCsca vietnam() {
        return named("C=VN,O=Invented,CN=CSCA for tests", FROM, TO);
    }

    static TestCsca named(String name, Instant from, Instant to) {
        return of(new X500Name(name), ecKeys("secp384r1"), from, to, AUTHORITY);
    }

    /** Vietnam's, with other extensions than an authority has. */
    static TestCsca vietnamWith(Extension... extensions) {
        return of(vietnam().name, ecKeys("secp384r1"), FROM, TO, List.of(extensions));
    }

    /** Vietnam's, with another key. */
    static TestCsca vietnamWith(KeyPair keys) {
        return of(vietnam().name, keys, FROM, TO, AUTHORITY);
    }

    private static TestCsca of(X500Name name, KeyPair keys, Instant from, Instant to, List<Extension> extensions) {
        Profile profile = new Profile(from, to, extensions);
        return new TestCsca(name, keys, certificate(name, keys, name, keys.getPublic(), profile));
    }

    /** A document signer on P-256. */
    public TestSigner signer() {
        return signer(FROM, TO);
    }

    TestSigner signer(Instant from, Instant to) {
        return signer(ecKeys("secp256r1"), new Profile(from, to, SIGNER));
    }

    TestSigner signer(KeyPair signerKeys) {
        return signer(signerKeys, new Profile(FROM, TO, SIGNER));
    }

    /** With other extensions than a document signer has. */
    TestSigner signerWith(Extension... extensions) {
        return signer(ecKeys("secp256r1"), new Profile(FROM, TO, List.of(extensions)));
    }

    /** Somebody whom this authority certified for master lists, not for cards. */
    TestSigner masterListSigner() {
        KeyPurposeId lists = KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.23.136.1.1.3"));
        return signerWith(
                LEAF,
                use(KeyUsage.digitalSignature),
                extension(Extension.extendedKeyUsage, new ExtendedKeyUsage(lists)));
    }

    private TestSigner signer(KeyPair signerKeys, Profile profile) {
        X500Name subject = new X500Name("C=VN,O=Invented,CN=Document signer for tests");
        return new TestSigner(signerKeys, certificate(name, keys, subject, signerKeys.getPublic(), profile));
    }

    /** This key's word for the next one. */
    X509Certificate linkTo(TestCsca next) {
        return certificate(name, keys, next.name, next.keys.getPublic(), new Profile(FROM, TO, AUTHORITY));
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

    static KeyPair rsaKeys(int bits, BigInteger exponent) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", BouncyCastle.PROVIDER);
            generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static Extension use(int bits) {
        return extension(Extension.keyUsage, new KeyUsage(bits));
    }

    /** Critical. */
    static Extension extension(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            return new Extension(id, true, value.toASN1Primitive().getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
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
            for (Extension extension : profile.extensions()) {
                builder.addExtension(extension);
            }
            String algorithm = issuerKeys.getPrivate() instanceof RSAPrivateKey ? "SHA256withRSA" : "SHA384withECDSA";
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(issuerKeys.getPrivate())));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Profile(Instant from, Instant to, List<Extension> extensions) {}
}
