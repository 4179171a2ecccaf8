package vn.tiepdon.card.citizen.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/**
 * A CSCA master list: CMS SignedData over {@code SEQUENCE { version, SET OF Certificate }} (ICAO Doc 9303 part 12, 9).
 *
 * @param certificates empty where one cannot be read
 */
record MasterList(List<Optional<X509Certificate>> certificates) {

    /**
     * The list must be whole. Whether its signer is to be believed is not asked: whoever put it into the folder has
     * decided that.
     *
     * @throws CertificateException when it is no list, or its signature does not hold
     */
    static MasterList parse(byte[] bytes) throws CertificateException {
        try {
            CMSSignedData signed = new CMSSignedData(bytes);
            if (!signed.getSignedContentTypeOID().equals(ICAOObjectIdentifiers.id_icao_cscaMasterList.getId())) {
                throw new CertificateException("no master list");
            }
            for (SignerInformation signer : signed.getSignerInfos()) {
                requireWhole(signed, signer);
            }
            ASN1Sequence list =
                    ASN1Sequence.getInstance(signed.getSignedContent().getContent());
            List<Optional<X509Certificate>> certificates = new ArrayList<>();
            for (ASN1Encodable certificate : ASN1Set.getInstance(list.getObjectAt(1))) {
                certificates.add(certificate(certificate));
            }
            return new MasterList(certificates);
        } catch (CertificateException broken) {
            throw broken;
        } catch (Exception nonsense) {
            throw new CertificateException(nonsense.getClass().getSimpleName());
        }
    }

    private static void requireWhole(CMSSignedData signed, SignerInformation signer) throws Exception {
        @SuppressWarnings("unchecked") // The library's selector is of the raw type.
        Collection<X509CertificateHolder> matching = signed.getCertificates().getMatches(signer.getSID());
        if (matching.isEmpty()) {
            throw new CertificateException("no certificate of the signer");
        }
        X509Certificate certificate = new JcaX509CertificateConverter()
                .setProvider(BouncyCastle.PROVIDER)
                .getCertificate(matching.iterator().next());
        boolean holds = signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build(certificate.getPublicKey()));
        if (!holds) {
            throw new CertificateException("the list's signature does not hold");
        }
    }

    private static Optional<X509Certificate> certificate(ASN1Encodable encoded) {
        try {
            return Certificates.parse(encoded.toASN1Primitive().getEncoded(ASN1Encoding.DER)).stream()
                    .findFirst();
        } catch (Exception unreadable) {
            return Optional.empty();
        }
    }
}
