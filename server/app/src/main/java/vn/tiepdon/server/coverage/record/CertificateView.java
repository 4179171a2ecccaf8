package vn.tiepdon.server.coverage.record;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * What may be shown of the certificate that signs.
 *
 * @param uploaded whether it can be taken away on the page; otherwise it lies in a file or token of the server
 * @param valid whether it signs today
 * @param ending whether it will not much longer
 */
public record CertificateView(
        String subject,
        String issuer,
        String serial,
        Instant from,
        Instant until,
        boolean uploaded,
        boolean valid,
        boolean ending) {

    private static final Duration SOON = Duration.ofDays(30);
    private static final int HEXADECIMAL = 16;

    static CertificateView of(X509Certificate certificate, boolean uploaded, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        BigInteger serial = certificate.getSerialNumber();
        return new CertificateView(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                serial.toString(HEXADECIMAL),
                from,
                until,
                uploaded,
                !now.isBefore(from) && !now.isAfter(until),
                now.plus(SOON).isAfter(until));
    }
}
