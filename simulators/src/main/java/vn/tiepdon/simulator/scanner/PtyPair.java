package vn.tiepdon.simulator.scanner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Two pseudo terminals that socat joins: what is written at one end is read at the other. */
final class PtyPair {

    private static final Duration APPEARING = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 10;

    private final Path kioskEnd;
    private final Path scannerEnd;
    private Process socat;

    PtyPair(Path kioskEnd, Path scannerEnd) {
        this.kioskEnd = kioskEnd;
        this.scannerEnd = scannerEnd;
    }

    void join() throws IOException, InterruptedException {
        try {
            socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + kioskEnd, "pty,raw,echo=0,link=" + scannerEnd)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new SocatMissingException(e);
        }
        long end = System.nanoTime() + APPEARING.toNanos();
        while (!(Files.exists(kioskEnd) && Files.exists(scannerEnd))) {
            if (!socat.isAlive() || System.nanoTime() > end) {
                part();
                throw new IOException("socat made no pseudo terminals");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Both ends vanish, as when a plug is pulled. */
    void part() throws InterruptedException, IOException {
        if (socat != null) {
            socat.destroy();
            if (!socat.waitFor(2, TimeUnit.SECONDS)) {
                socat.destroyForcibly().waitFor();
            }
            socat = null;
        }
        Files.deleteIfExists(kioskEnd);
        Files.deleteIfExists(scannerEnd);
    }
}
