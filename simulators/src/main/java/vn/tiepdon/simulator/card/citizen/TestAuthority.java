package vn.tiepdon.simulator.card.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An invented country signing certificate authority (CSCA) with one document signer and one master list signer under it
 * (ICAO Doc 9303 part 12). Its keys grow from its name: anybody can sign as it, so no real house may ever trust it.
 */
public final class TestAuthority {

    private static final BigInteger CSCA_SERIAL = BigInteger.valueOf(1);
    private static final BigInteger DOCUMENT_SERIAL = BigInteger.valueOf(2);
    private static final BigInteger LIST_SERIAL = BigInteger.valueOf(3);
    private static final ASN1ObjectIdentifier LDS_SECURITY_OBJECT = ICAOObjectIdentifiers.id_icao_ldsSecurityObject;

    private final X509CertificateHolder csca;
    private final IssuerKey documentKey;
    private final X509CertificateHolder documentSigner;
    private final IssuerKey listKey;
    private final X509CertificateHolder listSigner;

    private TestAuthority(String keyName, Validity validity) {
        IssuerKey cscaKey = IssuerKey.named(keyName + " CSCA");
        Certificates certificates = new Certificates(cscaKey, validity);
        this.csca = certificates.csca(CSCA_SERIAL);
        this.documentKey = IssuerKey.named(keyName + " DS");
        this.documentSigner = certificates.documentSigner(DOCUMENT_SERIAL, documentKey);
        this.listKey = IssuerKey.named(keyName + " MLS");
        this.listSigner = certificates.listSigner(LIST_SERIAL, listKey);
    }

    /** The one that signs the cards of the demo, valid from 2020 to 2045. */
    public static TestAuthority vietnam() {
        return new TestAuthority(
                "vietnam", Validity.of("2020-01-01T00:00:00Z", "2045-01-01T00:00:00Z", "2036-01-01T00:00:00Z"));
    }

    /** One whose certificates had all expired in 2019, before any card of a {@link Citizen} was issued. */
    public static TestAuthority expired() {
        return new TestAuthority(
                "expired", Validity.of("2009-01-01T00:00:00Z", "2019-06-01T00:00:00Z", "2019-01-01T00:00:00Z"));
    }

    /** One that bears the same names as {@link #vietnam}, with keys of its own. */
    public static TestAuthority stranger() {
        return new TestAuthority(
                "stranger", Validity.of("2020-01-01T00:00:00Z", "2045-01-01T00:00:00Z", "2036-01-01T00:00:00Z"));
    }

    /** The CSCA's certificate, DER. */
    public byte[] cscaCertificate() {
        return encoded(csca);
    }

    /** The certificate that comes along in every card, DER. */
    public byte[] documentSignerCertificate() {
        return encoded(documentSigner);
    }

    /**
     * EF.SOD over these data groups.
     *
     * @param dataGroups whole files by number
     */
    byte[] securityObject(Map<Integer, byte[]> dataGroups, Instant signed) {
        byte[] content = Der.of(SecurityObject.of(dataGroups));
        return SecurityObject.file(
                SignedContent.of(LDS_SECURITY_OBJECT, content, documentKey, List.of(documentSigner), signed));
    }

    /**
     * A master list (part 12, 9) signed by this authority: CMS, DER.
     *
     * @param listed whose CSCA certificates it holds
     */
    public byte[] masterList(List<TestAuthority> listed) {
        Certificate[] certificates =
                listed.stream().map(each -> each.csca.toASN1Structure()).toArray(Certificate[]::new);
        byte[] content = Der.of(new CscaMasterList(certificates));
        Instant signed = listSigner.getNotBefore().toInstant();
        return SignedContent.of(
                ICAOObjectIdentifiers.id_icao_cscaMasterList, content, listKey, List.of(listSigner, csca), signed);
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When an authority's certificates are valid, and until when those below it. */
    record Validity(Instant from, Instant until, Instant signersUntil) {

        static Validity of(String from, String until, String signersUntil) {
            return new Validity(Instant.parse(from), Instant.parse(until), Instant.parse(signersUntil));
        }
    }
}
