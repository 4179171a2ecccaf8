package vn.tiepdon.simulator.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.smartcardio.CardException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.card.reader.PcscProvider;

/**
 * A pcscd of our own with vpcd's virtual readers, for tests and the demo. There is one PC/SC service per machine: only
 * one of these at a time.
 */
public final class Pcscd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pcscd.class);
    private static final Duration READERS_SHOW = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final String VIRTUAL_READER = "Virtual PCD";

    private final SystemService systemService = new SystemService();
    private final Thread atExit = new Thread(this::end, "end pcscd");
    private volatile Process process;

    private Pcscd() {}

    /**
     * Starts the service and waits for its virtual readers. The one that systemd keeps stands aside until {@link #close}.
     *
     * @throws IllegalStateException when one is running already, or no virtual reader shows within 10 s
     */
    public static Pcscd start() {
        Pcscd pcscd = new Pcscd();
        pcscd.systemService.standAside();
        if (isRunning()) {
            throw new IllegalStateException("a PC/SC service is running already");
        }
        Runtime.getRuntime().addShutdownHook(pcscd.atExit);
        pcscd.launch();
        return pcscd;
    }

    /** Starts the service, unless one with virtual readers runs already; that one is left alone, also by closing. */
    public static Pcscd startOrUse() {
        return virtualReaders().isEmpty() ? start() : new Pcscd();
    }

    /** Whether a PC/SC service answers on this machine. */
    public static boolean isRunning() {
        try {
            PcscProvider.jna().readerNames();
            return true;
        } catch (CardException e) {
            return false;
        }
    }

    /** The names of vpcd's readers, empty when there is no service or no vpcd in it. */
    public static List<String> virtualReaders() {
        try {
            return PcscProvider.jna().readerNames().stream()
                    .filter(name -> name.startsWith(VIRTUAL_READER))
                    .toList();
        } catch (CardException e) {
            return List.of();
        }
    }

    /** Ends the service as a crash would, and starts it again at once. */
    public void restart() {
        kill();
        launch();
    }

    /** Ends the service as a crash would. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
        }
    }

    /** Starts the service after {@link #kill}. */
    public void launch() {
        try {
            process = new ProcessBuilder("pcscd", "--foreground", "--critical")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("pcscd does not start", e);
        }
        long deadline = System.nanoTime() + READERS_SHOW.toNanos();
        while (virtualReaders().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no virtual reader: is vsmartcard-vpcd installed?");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            await(running);
            process = null;
            systemService.comeBack();
            forgetAtExit();
        }
    }

    private void end() {
        kill();
        systemService.comeBack();
    }

    private void forgetAtExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.trace("the program is ending, and the hook with it", e);
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(5, TimeUnit.SECONDS)) {
                ending.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
