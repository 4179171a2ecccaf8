package vn.tiepdon.simulator.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tiepdon.simulator.harness.Folders;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.PostgresProcess;
import vn.tiepdon.simulator.harness.ServerDatabase;

/** The short form of {@code ./tiepdon bench kill}, on the server as it was just built. */
@Timeout(300)
class KillShortTest {

    private final Home home = Home.ofSystemProperty();
    private final KillPlan plan =
            new KillPlan(2, Duration.ofMinutes(3), ThreadLocalRandom.current().nextInt(1_000_000), 4, 300);

    @Test
    void onH2NoNumberIsLostDoubledOrLeftOutWhenTheServerIsKilled() throws Exception {
        Path folder = folder("h2");
        keepsEveryPromise(new KillRun(home, folder, new ServerDatabase.H2(folder.resolve("data")), plan));
    }

    @Test
    void onPostgresNoNumberIsLostDoubledOrLeftOutWhenTheServerIsKilled() throws Exception {
        Path folder = folder("postgres");
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres.log"))) {
            keepsEveryPromise(new KillRun(home, folder, postgres.database(), plan));
        }
    }

    private void keepsEveryPromise(KillRun run) throws Exception {
        Findings found = run.run((witness, round) -> {});
        String seed = "seed " + plan.seed();
        assertThat(found.acknowledged()).as(seed).isPositive();
        assertThat(found)
                .as(seed)
                .isEqualTo(new Findings(
                        2,
                        found.acknowledged(),
                        found.cutOff(),
                        found.committedButCutOff(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0));
    }

    private Path folder(String database) {
        return Folders.empty(home.work("test").resolve("kill").resolve(database));
    }
}
