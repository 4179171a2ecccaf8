package vn.tiepdon.simulator.card.citizen;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Certificates after the profiles of ICAO Doc 9303 part 12, 7.1. */
final class Certificates {

    private static final X500Name CSCA_NAME = new X500Name("C=VN,O=TEST ONLY,CN=Test CSCA Vietnam");
    private static final X500Name DOCUMENT_NAME = new X500Name("C=VN,O=TEST ONLY,CN=Test Document Signer");
    private static final X500Name LIST_NAME = new X500Name("C=VN,O=TEST ONLY,CN=Test Master List Signer");
    private static final ASN1ObjectIdentifier DOCUMENT_TYPES = new ASN1ObjectIdentifier("2.23.136.1.1.6.2");
    private static final ASN1ObjectIdentifier LIST_SIGNING = new ASN1ObjectIdentifier("2.23.136.1.1.3");

    private final IssuerKey cscaKey;
    private final TestAuthority.Validity validity;

    Certificates(IssuerKey cscaKey, TestAuthority.Validity validity) {
        this.cscaKey = cscaKey;
        this.validity = validity;
    }

    /** Signed by itself. */
    X509CertificateHolder csca(BigInteger serial) {
        try {
            X509v3CertificateBuilder builder = builder(serial, validity.until(), CSCA_NAME, cscaKey);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return builder.build(cscaKey.forCertificates());
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the key that signs cards. */
    X509CertificateHolder documentSigner(BigInteger serial, IssuerKey key) {
        try {
            X509v3CertificateBuilder builder = builder(serial, validity.signersUntil(), DOCUMENT_NAME, key);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(DOCUMENT_TYPES, false, documentTypes("ID"));
            return builder.build(cscaKey.forCertificates());
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the key that signs master lists. */
    X509CertificateHolder listSigner(BigInteger serial, IssuerKey key) {
        try {
            X509v3CertificateBuilder builder = builder(serial, validity.signersUntil(), LIST_NAME, key);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            KeyPurposeId purpose = KeyPurposeId.getInstance(LIST_SIGNING);
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            return builder.build(cscaKey.forCertificates());
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder builder(BigInteger serial, Instant until, X500Name subject, IssuerKey key)
            throws CertIOException {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                CSCA_NAME, serial, Date.from(validity.from()), Date.from(until), subject, key.publicKeyInfo());
        X509ExtensionUtils identifiers = identifiers();
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(cscaKey.publicKeyInfo()));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key.publicKeyInfo()));
        builder.addExtension(Extension.privateKeyUsagePeriod, false, usagePeriod(validity.from(), until));
        GeneralNames country = new GeneralNames(new GeneralName(new X500Name("L=VNM")));
        builder.addExtension(Extension.issuerAlternativeName, false, country);
        builder.addExtension(Extension.subjectAlternativeName, false, country);
        return builder;
    }

    private static X509ExtensionUtils identifiers() {
        try {
            return new X509ExtensionUtils(
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("SHA-1 is always there", e);
        }
    }

    private static ASN1Encodable usagePeriod(Instant from, Instant until) {
        ASN1EncodableVector period = new ASN1EncodableVector();
        period.add(new DERTaggedObject(false, 0, time(from)));
        period.add(new DERTaggedObject(false, 1, time(until)));
        return new DERSequence(period);
    }

    private static ASN1GeneralizedTime time(Instant instant) {
        return new DERGeneralizedTime(Date.from(instant));
    }

    /** Part 12, 7.1.1.6. */
    private static ASN1Encodable documentTypes(String type) {
        ASN1EncodableVector list = new ASN1EncodableVector();
        list.add(new ASN1Integer(0));
        list.add(new DERSet(new DERPrintableString(type)));
        return new DERSequence(list);
    }
}
