package vn.tiepdon.simulator.scanner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** A code scanner in serial mode, for a kiosk on this machine. */
public final class VirtualScanner implements AutoCloseable {

    /** Shorter than the pause that ends a scan, longer than one delivery. */
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(15);

    private final Path kioskEnd;
    private final Path scannerEnd;
    private final PtyPair pair;
    private OutputStream out;

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
        for (byte[] piece : manner.pieces(code)) {
            send(piece);
            pause();
        }
    }

    /** Bytes without any sense, the same for the same seed. */
    public void garbage(int length, long seed) throws IOException {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        send(bytes);
    }

    /** One endless code, as from a book held before the scanner. */
    public void flood(int length) throws IOException {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'A');
        send(bytes);
    }

    /** Raw bytes, as they are. */
    public synchronized void send(byte[] bytes) throws IOException {
        if (out == null) {
            throw new IOException("the scanner is unplugged");
        }
        out.write(bytes);
        out.flush();
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

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_PIECES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in mid-scan", e);
        }
    }
}
