package vn.tiepdon.server.coverage.record;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.secret.KeyStoreUnusableException;

/** The certificate of a hospital, as its administrator sees and changes it; the key is never shown. */
@Component
public class HospitalCertificates {

    private final SigningCertificate signing;
    private final UploadedCertificates uploaded;
    private final HospitalClock clock;

    HospitalCertificates(SigningCertificate signing, UploadedCertificates uploaded, HospitalClock clock) {
        this.signing = signing;
        this.uploaded = uploaded;
        this.clock = clock;
    }

    /** What signs now; empty for nothing. */
    public Optional<CertificateView> of(FacilityId facility) {
        try {
            boolean own = uploaded.of(facility).isPresent();
            return signing.find(facility).map(key -> CertificateView.of(key.certificate(), own, clock.now()));
        } catch (KeyStoreUnusableException closed) {
            return Optional.empty();
        }
    }

    /**
     * @param file PKCS#12
     * @param by a login
     */
    public CertificateView keep(FacilityId facility, byte[] file, char[] password, String by)
            throws CertificateRefused {
        SigningCertificate.Key key = CertificateFile.read(file, password, clock.now());
        uploaded.keep(facility, key, by);
        return CertificateView.of(key.certificate(), true, clock.now());
    }

    public void remove(FacilityId facility) {
        uploaded.remove(facility);
    }
}
