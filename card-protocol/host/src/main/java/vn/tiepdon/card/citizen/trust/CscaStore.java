package vn.tiepdon.card.citizen.trust;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The country signing certificates (CSCA, ICAO Doc 9303 part 12) that this house trusts for Vietnam's cards: those of
 * Vietnam among the files of one folder. Another country's would make that country's cards Vietnamese.
 */
public final class CscaStore {

    static final int LONGEST_LINK_CHAIN = 5;

    private static final int MOST_CERTIFICATES = 5000;
    private static final String COUNTRY = "VN";

    private final List<CscaEntry> entries;

    private CscaStore(List<CscaEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static CscaStore empty() {
        return new CscaStore(List.of());
    }

    /**
     * Nothing in the folder can stop the store from opening: what is of no use is told by {@link #entries}.
     *
     * @param folder of certificates (DER or PEM; {@code .cer}, {@code .crt}, {@code .pem}, {@code .der}) and master lists
     *     ({@code .ml}); one that is not there is an empty one
     */
    public static CscaStore load(Path folder) {
        Set<X509Certificate> seen = new HashSet<>();
        List<CscaEntry> judged = new ArrayList<>();
        for (CscaEntry entry : new CscaFolder(folder).read()) {
            judged.add(entry.standing().isUsable() ? entry.as(standing(entry, seen)) : entry);
        }
        for (int length = 1; length <= LONGEST_LINK_CHAIN; length++) {
            judged.replaceAll(entry -> isVouchedFor(entry, judged) ? entry.as(CscaStanding.LINK) : entry);
        }
        return new CscaStore(judged);
    }

    /** Every certificate and every file that is none, the useless ones too. */
    public List<CscaEntry> entries() {
        return entries;
    }

    /** Whether nothing can be proven with it. */
    public boolean isEmpty() {
        return roots().isEmpty();
    }

    List<X509Certificate> roots() {
        return of(CscaStanding.ROOT);
    }

    List<X509Certificate> links() {
        return of(CscaStanding.LINK);
    }

    private List<X509Certificate> of(CscaStanding standing) {
        return entries.stream()
                .filter(entry -> entry.standing() == standing)
                .flatMap(entry -> entry.certificate().stream())
                .toList();
    }

    private static CscaStanding standing(CscaEntry entry, Set<X509Certificate> seen) {
        X509Certificate certificate = entry.certificate().orElseThrow();
        if (seen.contains(certificate)) {
            return CscaStanding.DUPLICATE;
        }
        if (seen.size() >= MOST_CERTIFICATES) {
            return CscaStanding.TOO_MANY;
        }
        seen.add(certificate);
        if (Certificates.country(certificate).filter(COUNTRY::equals).isEmpty()) {
            return CscaStanding.OTHER_COUNTRY;
        }
        if (!Certificates.isAuthority(certificate)) {
            return CscaStanding.NO_AUTHORITY;
        }
        if (Certificates.isSelfSigned(certificate)) {
            return CscaStanding.ROOT;
        }
        // Link certificates may carry one name on both sides: whether this is one shows only beside the others.
        boolean ownName = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        return ownName ? CscaStanding.SIGNATURE_WRONG : CscaStanding.ISSUER_MISSING;
    }

    private static boolean isVouchedFor(CscaEntry entry, List<CscaEntry> among) {
        boolean open =
                entry.standing() == CscaStanding.ISSUER_MISSING || entry.standing() == CscaStanding.SIGNATURE_WRONG;
        return open
                && among.stream()
                        .filter(other -> other.standing().isUsable())
                        .anyMatch(other -> Certificates.issued(
                                other.certificate().orElseThrow(),
                                entry.certificate().orElseThrow()));
    }
}
