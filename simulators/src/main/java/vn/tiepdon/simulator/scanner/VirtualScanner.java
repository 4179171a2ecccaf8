package vn.tiepdon.simulator.scanner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A code scanner in serial mode, for a kiosk on this machine. */
public final class VirtualScanner implements AutoCloseable {

    /** Shorter than the pause that ends a scan, longer than one delivery. */
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(15);

    /** No hand brings a second code sooner; what comes within the pause that ends a scan belongs to that scan. */
    private static final Duration BETWEEN_CODES = Duration.ofMillis(300);

    private final Path kioskEnd;
    private final Path scannerEnd;
    private final PtyPair pair;
    private OutputStream out;
    private long lastSent = System.nanoTime() - BETWEEN_CODES.toNanos();

    private VirtualScanner(Path kioskEnd) {
        this.kioskEnd = kioskEnd;
        this.scannerEnd = kioskEnd.resolveSibling(kioskEnd.getFileName() + ".scanner");
        this.pair = new PtyPair(kioskEnd, scannerEnd);
    }

    /** A scanner on a port with a name of its own. */
    public static VirtualScanner start() throws IOException {
        return start(Files.createTempDirectory("tiepdon-scanner").resolve("port"));
    }

    /** @param port the name that the kiosk is told: a link that is made here */
    public static VirtualScanner start(Path port) throws IOException {
        VirtualScanner scanner = new VirtualScanner(port.toAbsolutePath());
        scanner.plugIn();
        return scanner;
    }

    /** For the kiosk's setting {@code scanner.port}; the same after unplugging and plugging in. */
    public Path port() {
        return kioskEnd;
    }

    public void scan(String code) throws IOException {
        scan(code, ScanManner.WHOLE);
    }

    public void scan(String code, ScanManner manner) throws IOException {
        takeAim();
        for (byte[] piece : manner.pieces(code)) {
            send(piece);
            pause(BETWEEN_PIECES);
        }
    }

    /** Bytes without any sense, the same for the same seed. */
    public void garbage(int length, long seed) throws IOException {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        takeAim();
        send(bytes);
    }

    /** One endless code, as from a book held before the scanner. */
    public void flood(int length) throws IOException {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'A');
        takeAim();
        send(bytes);
    }

    /** Raw bytes, as they are and at once. */
    public synchronized void send(byte[] bytes) throws IOException {
        if (out == null) {
            throw new IOException("the scanner is unplugged");
        }
        out.write(bytes);
        out.flush();
        lastSent = System.nanoTime();
    }

    public synchronized void unplug() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
        try {
            pair.part();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized void plugIn() throws IOException {
        try {
            pair.join();
            out = Files.newOutputStream(scannerEnd, StandardOpenOption.WRITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while plugging in", e);
        }
    }

    @Override
    public void close() throws IOException {
        unplug();
    }

    private synchronized void takeAim() throws IOException {
        Duration since = Duration.ofNanos(System.nanoTime() - lastSent);
        if (since.compareTo(BETWEEN_CODES) < 0) {
            pause(BETWEEN_CODES.minus(since));
        }
    }

    private static void pause(Duration length) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in mid-scan", e);
        }
    }
}
