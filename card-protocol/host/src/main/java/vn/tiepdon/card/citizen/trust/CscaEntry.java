package vn.tiepdon.card.citizen.trust;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What one file of the store turned out to be; a master list makes many of them.
 *
 * @param file its name in the folder
 * @param certificate empty when the file holds none that can be read
 */
public record CscaEntry(String file, Optional<X509Certificate> certificate, CscaStanding standing) {

    CscaEntry as(CscaStanding other) {
        return new CscaEntry(file, certificate, other);
    }
}
