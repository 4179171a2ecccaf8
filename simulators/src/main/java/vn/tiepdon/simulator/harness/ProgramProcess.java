package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A started program. It never outlives this JVM, unless this JVM itself is killed with {@code kill -9}. */
public final class ProgramProcess implements AutoCloseable {

    private static final Duration POLITE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final String name;
    private final Process process;
    private final LogTail log;

    private ProgramProcess(String name, Process process, LogTail log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public static ProgramProcess start(Launch launch) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            LogTail log = LogTail.fromNowOn(launch.log());
            ProcessBuilder builder = new ProcessBuilder(launch.command())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            LiveProcesses.add(process);
            return new ProgramProcess(launch.program().name(), process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public Path log() {
        return log.file();
    }

    /** Resident memory as the operating system counts it. */
    public ResidentMemory memory() {
        return ResidentMemory.of(process.pid());
    }

    /**
     * Waits for a line that this process has written.
     *
     * @throws ProgramNotReadyException when it ends before, or the time is over
     */
    public void awaitLogLine(String part, Duration within) throws InterruptedException {
        await(() -> log.contains(part), within);
    }

    /**
     * Asks every 10 ms.
     *
     * @throws ProgramNotReadyException when the program ends before, or the time is over
     */
    public void await(BooleanSupplier ready, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new ProgramNotReadyException(name, "ended with exit code " + process.exitValue(), log);
            }
            if (System.nanoTime() > deadline) {
                throw new ProgramNotReadyException(name, "is not ready after " + within, log);
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /**
     * Waits for a program that ends by itself.
     *
     * @throws ProgramNotReadyException when it ends with anything but 0, or not in time
     */
    public void awaitEnd(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProgramNotReadyException(name, "is not done after " + within, log);
        }
        if (process.exitValue() != 0) {
            throw new ProgramNotReadyException(name, "ended with exit code " + process.exitValue(), log);
        }
    }

    /**
     * The same of a program that says how far it is.
     *
     * @param said gets its latest line, every few seconds when there is a new one
     */
    public void awaitEnd(Duration within, Consumer<String> said) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        String before = "";
        while (System.nanoTime() < deadline && !process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            List<String> last = log.lastLines(1);
            if (!last.isEmpty() && !last.get(0).equals(before)) {
                before = last.get(0);
                said.accept(before);
            }
        }
        awaitEnd(Duration.ZERO);
    }

    /** SIGKILL, where there are signals; the program can do nothing about it. Returns when it is gone. */
    public void kill9() {
        process.destroyForcibly();
        waitUntilGone(Duration.ofSeconds(30));
    }

    /** SIGTERM first; what has not ended after 30 s is killed. */
    public void stop() {
        process.destroy();
        if (!waitUntilGone(POLITE)) {
            kill9();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private boolean waitUntilGone(Duration within) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + within.toNanos();
        try {
            while (process.isAlive() && System.nanoTime() < deadline) {
                try {
                    process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    process.destroyForcibly();
                }
            }
            return !process.isAlive();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
