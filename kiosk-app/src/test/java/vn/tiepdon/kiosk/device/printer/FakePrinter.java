package vn.tiepdon.kiosk.device.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntConsumer;

/**
 * A printer's socket on a thread: answers status, keeps what it is sent since it was last told to clear, and does what
 * a test wants in the middle of a ticket.
 */
final class FakePrinter implements AutoCloseable {

    static final int ALL_WELL = 0x12;

    /** The answers to DLE EOT 1 to 4. */
    final int[] status = {ALL_WELL, ALL_WELL, ALL_WELL, ALL_WELL};

    volatile boolean mute;
    volatile boolean knowsFence = true;
    /** Told how many bytes of jobs have come since the last clearing. */
    volatile IntConsumer whileReceiving = count -> {};

    private static final byte[] CLEAR = HexFormat.of().parseHex("10140801031401060208");
    private static final byte[] FENCE = {0x1D, 0x72, 0x01};

    private final ByteArrayOutputStream job = new ByteArrayOutputStream();
    private int clearings;
    private final int port;
    private ServerSocket server;
    private volatile Socket host;

    FakePrinter() throws IOException {
        server = listen(0);
        port = server.getLocalPort();
    }

    PrinterAddress address() {
        return new PrinterAddress.Network("127.0.0.1", port);
    }

    private ServerSocket listen(int wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        Thread thread = new Thread(() -> serve(socket), "fake-printer");
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    private void serve(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket connected = socket.accept()) {
                connected.setTcpNoDelay(true);
                host = connected;
                read(connected.getInputStream(), connected.getOutputStream());
            } catch (IOException e) {
                // The kiosk hung up, or the test pulled the plug: the next connection is waited for.
                host = null;
            }
        }
    }

    private void read(InputStream in, OutputStream out) throws IOException {
        byte[] last = new byte[CLEAR.length];
        for (int next = in.read(); next >= 0; next = in.read()) {
            System.arraycopy(last, 1, last, 0, last.length - 1);
            last[last.length - 1] = (byte) next;
            if (endsWith(last, 0x10, 0x04, next) && next >= 1 && next <= 4) {
                answer(out, status[next - 1]);
            } else if (knowsFence && Arrays.equals(Arrays.copyOfRange(last, 7, 10), FENCE)) {
                answer(out, 0x00);
            } else if (Arrays.equals(last, CLEAR)) {
                clear();
            } else {
                keep(next);
            }
        }
    }

    private static boolean endsWith(byte[] last, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if ((last[last.length - bytes.length + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private void answer(OutputStream out, int value) throws IOException {
        if (!mute) {
            out.write(value);
        }
    }

    private void keep(int value) {
        int size;
        synchronized (job) {
            job.write(value);
            size = job.size();
        }
        whileReceiving.accept(size);
    }

    private void clear() {
        synchronized (job) {
            job.reset();
            clearings++;
            job.notifyAll();
        }
    }

    /** Jobs that lie in the printer, whole or not; short commands do not count. */
    boolean holdsImage() {
        synchronized (job) {
            return job.size() > 10_000;
        }
    }

    byte[] received() {
        synchronized (job) {
            return job.toByteArray();
        }
    }

    int clearings() {
        synchronized (job) {
            return clearings;
        }
    }

    void cutConnection() {
        Socket connected = host;
        if (connected != null) {
            try {
                connected.setSoLinger(true, 0);
                connected.close();
            } catch (IOException e) {
                // The other side may have hung up at this very moment: it is cut all the same.
                if (!connected.isClosed()) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    void unplug() throws IOException {
        server.close();
        cutConnection();
    }

    void plugIn() throws IOException {
        server = listen(port);
    }

    @Override
    public void close() throws IOException {
        unplug();
    }
}
