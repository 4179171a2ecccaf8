package vn.tiepdon.server.coverage.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateFileTest {

    private static final Instant NOW = Instant.now();
    private static final Duration DAY = Duration.ofDays(1);
    private static final char[] PASSWORD = "mat-khau".toCharArray();

    @Test
    void aGoodFileOpensWithItsPasswordAlone() throws Exception {
        byte[] file = file(2048, NOW.minus(DAY), NOW.plus(DAY));
        assertThat(CertificateFile.read(file, PASSWORD, NOW)
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=Benh vien Thu");
        refused(file, "khac".toCharArray(), CertificateFault.NOT_OPENED);
        refused(new byte[] {1, 2, 3}, PASSWORD, CertificateFault.NOT_OPENED);
        refused(new byte[0], PASSWORD, CertificateFault.NOT_OPENED);
    }

    @Test
    void whatCannotSignTodayIsRefusedAndSaysWhy() {
        refused(file(2048, NOW.minus(DAY.multipliedBy(2)), NOW.minus(DAY)), PASSWORD, CertificateFault.EXPIRED);
        refused(file(2048, NOW.plus(DAY), NOW.plus(DAY.multipliedBy(2))), PASSWORD, CertificateFault.NOT_YET_VALID);
        refused(file(1024, NOW.minus(DAY), NOW.plus(DAY)), PASSWORD, CertificateFault.WEAK);
    }

    private static byte[] file(int bits, Instant from, Instant until) {
        return TestCertificate.rsa(bits, from, until).pkcs12(new String(PASSWORD));
    }

    private static void refused(byte[] file, char[] password, CertificateFault fault) {
        assertThatThrownBy(() -> CertificateFile.read(file, password, NOW))
                .isInstanceOfSatisfying(CertificateRefused.class, refused -> assertThat(refused.fault())
                        .isEqualTo(fault));
    }
}
