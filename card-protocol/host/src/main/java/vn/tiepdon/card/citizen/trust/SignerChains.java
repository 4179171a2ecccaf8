package vn.tiepdon.card.citizen.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import vn.tiepdon.card.citizen.trust.Authenticity.NotProven;
import vn.tiepdon.card.citizen.trust.Authenticity.Proven;
import vn.tiepdon.card.citizen.trust.Authenticity.Reason;

/** From the certificate of a document signer to a CSCA: directly, or over link certificates. */
final class SignerChains {

    private static final int DIGITAL_SIGNATURE = 0;

    private final CscaStore store;

    SignerChains(CscaStore store) {
        this.store = store;
    }

    /** @param at when the card was signed: a CSCA may run out long before the cards do */
    Authenticity judge(X509Certificate signer, Instant at) {
        boolean expired = false;
        for (List<X509Certificate> chain : chains(signer)) {
            if (!chain.stream().allMatch(certificate -> validAt(certificate, at))) {
                expired = true;
            } else if (standsUp(chain, at)) {
                String issuer =
                        chain.get(chain.size() - 1).getSubjectX500Principal().getName();
                return new Proven(issuer);
            }
        }
        return new NotProven(expired ? Reason.CERTIFICATE_EXPIRED : Reason.ISSUER_UNKNOWN);
    }

    /** Each from the signer to a self-signed CSCA. */
    private List<List<X509Certificate>> chains(X509Certificate signer) {
        List<List<X509Certificate>> found = new ArrayList<>();
        if (maySignCards(signer)) {
            extend(List.of(signer), found);
        }
        return found;
    }

    private void extend(List<X509Certificate> chain, List<List<X509Certificate>> found) {
        X509Certificate last = chain.get(chain.size() - 1);
        for (X509Certificate csca : store.roots()) {
            if (Certificates.issued(csca, last)) {
                found.add(joined(chain, csca));
            }
        }
        for (X509Certificate link : store.links()) {
            if (chain.size() <= CscaStore.LONGEST_LINK_CHAIN
                    && !chain.contains(link)
                    && Certificates.issued(link, last)) {
                extend(joined(chain, link), found);
            }
        }
    }

    private static List<X509Certificate> joined(List<X509Certificate> chain, X509Certificate next) {
        List<X509Certificate> longer = new ArrayList<>(chain);
        longer.add(next);
        return List.copyOf(longer);
    }

    /**
     * A CSCA also signs certificates for master lists and for its servers; only those for cards have no extended use
     * (ICAO Doc 9303 part 12, table 6).
     */
    private static boolean maySignCards(X509Certificate signer) {
        try {
            boolean[] use = signer.getKeyUsage();
            return signer.getBasicConstraints() < 0
                    && (use == null || use[DIGITAL_SIGNATURE])
                    && signer.getExtendedKeyUsage() == null;
        } catch (GeneralSecurityException | RuntimeException nonsense) {
            return false;
        }
    }

    private static boolean validAt(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Revocation is not asked: no list of Vietnam's is published. */
    private static boolean standsUp(List<X509Certificate> chain, Instant at) {
        X509Certificate csca = chain.get(chain.size() - 1);
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(csca, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX", BouncyCastle.PROVIDER)
                    .validate(
                            CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                                    .generateCertPath(chain.subList(0, chain.size() - 1)),
                            parameters);
            return true;
        } catch (GeneralSecurityException | RuntimeException broken) {
            return false;
        }
    }
}
