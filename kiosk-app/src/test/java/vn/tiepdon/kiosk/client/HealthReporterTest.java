package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;

class HealthReporterTest {

    private final BlockingQueue<DeviceHealth> sent = new LinkedBlockingQueue<>();

    private HealthReporter reporter(CompletableFuture<Void> answer) {
        return new HealthReporter(
                health -> {
                    sent.add(health);
                    return answer;
                },
                () -> 2,
                "1.0");
    }

    @Test
    void aChangeIsToldSoonAndManyChangesAtOnceAreOneReport() throws Exception {
        try (HealthReporter reporter = reporter(CompletableFuture.completedFuture(null))) {
            for (int i = 0; i < 10; i++) {
                reporter.changed(DeviceHealth.Kind.CARD_READER, i % 2 == 0 ? FaultCode.READER_MISSING : null);
            }
            reporter.changed(DeviceHealth.Kind.PRINTER, FaultCode.PRINTER_OUT_OF_PAPER);
            DeviceHealth health = sent.poll(10, TimeUnit.SECONDS);
            assertThat(health).isNotNull();
            assertThat(health.unsent()).isEqualTo(2);
            assertThat(health.parts())
                    .containsExactlyInAnyOrder(
                            new DeviceHealth.Part(DeviceHealth.Kind.CARD_READER, null),
                            new DeviceHealth.Part(DeviceHealth.Kind.PRINTER, FaultCode.PRINTER_OUT_OF_PAPER));
            assertThat(sent.poll(600, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void aServerThatIsAwayDoesNotEndTheReports() throws Exception {
        CompletableFuture<Void> away =
                CompletableFuture.failedFuture(new ReceptionException(FaultCode.SERVER_UNREACHABLE));
        try (HealthReporter reporter = reporter(away)) {
            reporter.changed(DeviceHealth.Kind.SCANNER, null);
            assertThat(sent.poll(10, TimeUnit.SECONDS)).isNotNull();
            reporter.changed(DeviceHealth.Kind.SCANNER, FaultCode.SCANNER_MISSING);
            assertThat(sent.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
