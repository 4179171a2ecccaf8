package vn.tiepdon.server.coverage.record;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import vn.tiepdon.server.coverage.gateway.SealBrokenException;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.secret.KeyStoreUnusableException;

/**
 * Signs a file: XML-DSig, enveloped in CHUKYDONVI, SHA-256 (mandatory since 01/01/2026; that it is XML-DSig is what public
 * programs do, the annex was not read).
 */
@Component
public class RecordSigner {

    private static final Logger log = LoggerFactory.getLogger(RecordSigner.class);

    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    private final Function<FacilityId, Optional<SigningCertificate.Key>> certificate;
    private volatile boolean said;
    private final XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");

    @Autowired
    RecordSigner(SigningCertificate certificate) {
        this(certificate::find);
    }

    RecordSigner(Function<FacilityId, Optional<SigningCertificate.Key>> certificate) {
        this.certificate = certificate;
    }

    /** Whether there is a certificate that is valid now; a store that does not open holds none. */
    public boolean ready(FacilityId facility) {
        try {
            return certificate
                    .apply(facility)
                    .filter(key -> valid(key.certificate()))
                    .isPresent();
        } catch (KeyStoreUnusableException | SealBrokenException closed) {
            if (!said) {
                said = true;
                log.warn("records wait: {}", closed.getMessage());
            }
            return false;
        }
    }

    private static boolean valid(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException notNow) {
            return false;
        }
    }

    /** @throws NoCertificateException when there is none */
    byte[] signed(FacilityId facility, CheckInRecord record) {
        SigningCertificate.Key key = certificate.apply(facility).orElseThrow(NoCertificateException::new);
        Document document = RecordXml.document(record);
        Node place = document.getElementsByTagName(RecordXml.SIGNATURE).item(0);
        try {
            DOMSignContext context = new DOMSignContext(key.privateKey(), place);
            key.provider()
                    .ifPresent(provider ->
                            context.setProperty("org.jcp.xml.dsig.internal.dom.SignatureProvider", provider));
            signatures.newXMLSignature(info(key), keyInfo(key)).sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException failed) {
            throw new NoCertificateException(failed);
        }
        return RecordXml.bytes(document);
    }

    private SignedInfo info(SigningCertificate.Key key) throws GeneralSecurityException {
        Reference whole = signatures.newReference(
                "",
                signatures.newDigestMethod(DigestMethod.SHA256, null),
                List.of(signatures.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
                null,
                null);
        String method = key.certificate().getPublicKey().getAlgorithm().equals("EC") ? ECDSA : RSA;
        return signatures.newSignedInfo(
                signatures.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                signatures.newSignatureMethod(method, null),
                List.of(whole));
    }

    private KeyInfo keyInfo(SigningCertificate.Key key) {
        KeyInfoFactory keys = signatures.getKeyInfoFactory();
        return keys.newKeyInfo(List.of(keys.newX509Data(List.of(key.certificate()))));
    }
}
