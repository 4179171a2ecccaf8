package vn.tiepdon.card.citizen.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.tiepdon.card.citizen.AlgorithmUnsupportedException;
import vn.tiepdon.card.citizen.ChipAlteredException;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.card.citizen.MalformedChipFileException;

/**
 * EF.SOD taken apart (ICAO Doc 9303 part 10, 4.6.2): CMS SignedData over an LDSSecurityObject, in tag 77. Nothing of it
 * is believed before {@link #requireSigned}.
 *
 * @param certificate the signer's, as the file itself brings it
 */
record SecurityObject(GroupHashes hashes, SignerInformation signer, X509Certificate certificate) {

    /** A document with an RSA 4096 signer takes 4 KiB. */
    private static final int LONGEST = 64 * 1024;

    /** ICAO's, and the one it had before there was a branch of its own. */
    private static final Set<ASN1ObjectIdentifier> CONTENT_TYPES =
            Set.of(ICAOObjectIdentifiers.id_icao_ldsSecurityObject, new ASN1ObjectIdentifier("1.3.27.1.1.1"));

    static SecurityObject parse(byte[] file) throws MalformedChipFileException, AlgorithmUnsupportedException {
        byte[] content = Decoding.content(ChipFile.SOD, file, LONGEST);
        CMSSignedData signed = Decoding.of(
                ChipFile.SOD, () -> new CMSSignedData(ContentInfo.getInstance(ASN1Primitive.fromByteArray(content))));
        SignerInformation signer = Decoding.of(ChipFile.SOD, () -> onlySigner(signed));
        X509Certificate certificate = Decoding.of(ChipFile.SOD, () -> certificateOf(signer, signed));
        LDSSecurityObject object = Decoding.of(ChipFile.SOD, () -> object(signed));
        return new SecurityObject(GroupHashes.of(object), signer, certificate);
    }

    private static SignerInformation onlySigner(CMSSignedData signed) throws MalformedChipFileException {
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw new MalformedChipFileException(ChipFile.SOD, signers.size() + " signers");
        }
        return signers.iterator().next();
    }

    /** A signer who is named carelessly, beside the one certificate there is, can mean no other. */
    private static X509Certificate certificateOf(SignerInformation signer, CMSSignedData signed) throws Exception {
        @SuppressWarnings("unchecked") // The library's selector is of the raw type.
        Collection<X509CertificateHolder> named = signed.getCertificates().getMatches(signer.getSID());
        Collection<X509CertificateHolder> all = signed.getCertificates().getMatches(null);
        if (named.isEmpty() && all.size() != 1) {
            throw new MalformedChipFileException(ChipFile.SOD, "no certificate of the signer");
        }
        return Certificates.named(new JcaX509CertificateConverter()
                .setProvider(BouncyCastle.PROVIDER)
                .getCertificate((named.isEmpty() ? all : named).iterator().next()));
    }

    private static LDSSecurityObject object(CMSSignedData signed) throws Exception {
        if (signed.getSignedContent() == null
                || !CONTENT_TYPES.contains(new ASN1ObjectIdentifier(signed.getSignedContentTypeOID()))) {
            throw new MalformedChipFileException(ChipFile.SOD, "content type");
        }
        return LDSSecurityObject.getInstance(
                ASN1Primitive.fromByteArray((byte[]) signed.getSignedContent().getContent()));
    }

    /**
     * The signature holds for the key in the certificate that came along, and the signed attributes for the content.
     *
     * @throws ChipAlteredException when one of them does not
     */
    void requireSigned() throws ChipAlteredException, AlgorithmUnsupportedException, MalformedChipFileException {
        SignedAlgorithms.digest(signer.getDigestAlgorithmID());
        SignedAlgorithms.requireSignature(signer.toASN1Structure().getDigestEncryptionAlgorithm());
        PublicKey key = Decoding.of(ChipFile.SOD, certificate::getPublicKey);
        KeyLimits.require(key);
        if (!holds(key)) {
            throw new ChipAlteredException("the signature of the SOD does not hold");
        }
    }

    private boolean holds(PublicKey key) throws AlgorithmUnsupportedException {
        try {
            // With the bare key: given the certificate, the library would judge its validity as well.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(key));
        } catch (CMSException refused) {
            if (refused.getCause() instanceof OperatorCreationException) {
                throw new AlgorithmUnsupportedException("this key with this signature");
            }
            return false;
        } catch (OperatorCreationException unusable) {
            throw new AlgorithmUnsupportedException(key.getAlgorithm());
        } catch (RuntimeException nonsense) {
            // Attributes and signatures that are no proper ASN.1 come out unchecked.
            return false;
        }
    }

    /** The time at which the card was made, as its signer says. */
    Optional<Instant> signedAt() throws MalformedChipFileException {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (time == null) {
            return Optional.empty();
        }
        return Optional.of(Decoding.of(
                ChipFile.SOD, () -> Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant()));
    }
}
