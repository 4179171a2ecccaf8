package vn.tiepdon.simulator.harness;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server as a process of its own. Its address stays the same over restarts. Not thread-safe, but for
 * {@link #address}.
 */
public final class ServerProcess implements AutoCloseable {

    private final Program program;
    private final ServerSettings settings;
    private final int port = FreePort.find();
    private final Health health = new Health(address());
    private ProgramProcess process;

    public ServerProcess(Home home, ServerSettings settings) {
        this.program = home.server();
        this.settings = settings;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ServerSettings settings() {
        return settings;
    }

    /**
     * Returns when the server is ready.
     *
     * @return from process start to the first good health answer
     * @throws ProgramNotReadyException when it ends before, or is not ready in time
     */
    public Duration start() throws InterruptedException {
        return start(List.of());
    }

    /** @param onceOnly JVM options for this start alone */
    public Duration start(List<String> onceOnly) throws InterruptedException {
        if (process != null && process.alive()) {
            throw new IllegalStateException("the server runs already");
        }
        String json = JsonMapper.shared().writeValueAsString(settings.all(port));
        ServerSettings thisTime = settings.withJvmOptions(onceOnly);
        Launch launch = new Launch(
                program, thisTime.jvmOptions(), List.of(), Map.of("SPRING_APPLICATION_JSON", json), settings.log());
        long began = System.nanoTime();
        process = ProgramProcess.start(launch);
        process.await(health::good, settings.readyWithin());
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The end without warning. */
    public void kill9() {
        process.kill9();
    }

    /** An orderly end and a new start. */
    public Duration restart() throws InterruptedException {
        stop();
        return start();
    }

    public void stop() {
        if (process != null) {
            process.stop();
        }
    }

    public ResidentMemory memory() {
        return process.memory();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        stop();
    }
}
