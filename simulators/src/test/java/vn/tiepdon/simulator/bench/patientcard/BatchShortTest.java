package vn.tiepdon.simulator.bench.patientcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.HospitalClient;
import vn.tiepdon.simulator.harness.ServerProcess;
import vn.tiepdon.simulator.harness.ServerSettings;
import vn.tiepdon.simulator.harness.StaffLogin;

/** The batch of {@code ./tiepdon bench patient-card} in its short form, against the built server. */
class BatchShortTest {

    private static final int CARDS = 8;
    private static final String PASSWORD = "short-batch-password";

    @Test
    void aBatchThatIsKilledInTheMiddleGivesEverybodyOneCard() throws Exception {
        Home home = Home.ofSystemProperty();
        Path folder = Folders.empty(home.work("batch-short"));
        ServerSettings settings =
                ServerSettings.synthetic(folder, PASSWORD).with("tiepdon.synthetic.patients", Integer.toString(CARDS));
        StaffLogin administrator = StaffLogin.administrator(PASSWORD);
        try (ServerProcess server = new ServerProcess(home, settings)) {
            server.start();
            HospitalClient hospital = new HospitalClient(server.address());
            List<String> patients = IntStream.rangeClosed(1, CARDS)
                    .mapToObj("BN%06d"::formatted)
                    .toList();
            Batch batch = new Batch(hospital, StaffLogin.reception(PASSWORD), administrator, patients);
            new BatchRun(server, hospital, administrator, batch, CARDS, 3, Duration.ofMinutes(3)).run();
            assertThat(batch.made()).isEqualTo(CARDS);
            assertThat(batch.faults(CARDS)).isZero();
        }
    }
}
