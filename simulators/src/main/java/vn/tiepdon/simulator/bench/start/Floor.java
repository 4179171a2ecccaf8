package vn.tiepdon.simulator.bench.start;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.simulator.harness.FreePort;
import vn.tiepdon.simulator.harness.Health;
import vn.tiepdon.simulator.harness.Home;
import vn.tiepdon.simulator.harness.Launch;
import vn.tiepdon.simulator.harness.Program;
import vn.tiepdon.simulator.harness.ProgramProcess;

/** Starts {@link BareServer} with a program's own JVM options, and waits for it as one waits for the server. */
final class Floor {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final Program program;
    private final Path log;

    /** @param compared the program whose JVM options are used */
    Floor(Home home, Program compared, Path folder) {
        this.program = new Program(
                "bare JVM", home.simulators().jar(), compared.options(), Optional.of(BareServer.class.getName()));
        this.log = folder.resolve("bare-jvm.log");
    }

    Duration measure() throws InterruptedException {
        int port = FreePort.find();
        Health health = new Health(URI.create("http://127.0.0.1:" + port));
        Launch launch = new Launch(program, List.of(), List.of(Integer.toString(port)), Map.of(), log);
        long began = System.nanoTime();
        try (ProgramProcess bare = ProgramProcess.start(launch)) {
            bare.await(health::good, WITHIN);
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
