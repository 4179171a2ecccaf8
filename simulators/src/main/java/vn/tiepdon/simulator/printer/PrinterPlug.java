package vn.tiepdon.simulator.printer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The printer's network socket. Serves one host at a time, as the real ones do; the next one waits. Once it is pulled,
 * nothing of the earlier connection is still on its way: neither bytes for the printer nor answers to a host.
 */
final class PrinterPlug {

    private static final Logger LOG = LoggerFactory.getLogger(PrinterPlug.class);

    /** What a host sends, as it arrives. */
    interface Reader {
        void read(byte[] bytes, int length, long nanos) throws InterruptedException;
    }

    private static final int CHUNK = 16 * 1024;
    private static final Duration LAST_BYTES = Duration.ofSeconds(5);

    private final Supplier<Reader> readers;
    private int port;
    private ServerSocket listening;
    private Thread serving;
    private volatile Socket host;

    PrinterPlug(int port, Supplier<Reader> readers) {
        this.port = port;
        this.readers = readers;
    }

    int port() {
        return port;
    }

    synchronized void in() throws IOException {
        if (listening != null) {
            return;
        }
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        port = socket.getLocalPort();
        listening = socket;
        serving = new Thread(() -> serve(socket), "virtual-printer");
        serving.setDaemon(true);
        serving.start();
    }

    /** Hosts see their connection reset, and nobody listens any more. */
    void out() throws IOException {
        Thread last;
        synchronized (this) {
            if (listening == null) {
                return;
            }
            listening.close();
            listening = null;
            cutConnection();
            last = serving;
        }
        last.interrupt();
        try {
            last.join(LAST_BYTES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void cutConnection() throws IOException {
        if (host != null) {
            hangUp(host);
        }
    }

    private static void hangUp(Socket host) throws IOException {
        try {
            host.setSoLinger(true, 0);
        } catch (SocketException e) {
            LOG.debug("the host had hung up already", e);
        }
        host.close();
    }

    void answer(int value) {
        Socket connected = host;
        if (connected != null) {
            try {
                connected.getOutputStream().write(value);
            } catch (IOException e) {
                LOG.debug("the host left before its answer", e);
            }
        }
    }

    private void serve(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket connected = socket.accept()) {
                connected.setTcpNoDelay(true);
                if (!serves(socket, connected)) {
                    return;
                }
                readAll(connected.getInputStream());
            } catch (IOException e) {
                LOG.debug("the host is gone", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                host = null;
            }
        }
    }

    /** The plug may have been pulled between a host's coming and this. */
    private synchronized boolean serves(ServerSocket socket, Socket connected) throws IOException {
        if (listening != socket) {
            hangUp(connected);
            return false;
        }
        host = connected;
        return true;
    }

    private void readAll(InputStream in) throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK];
        Reader reader = readers.get();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            reader.read(chunk, length, System.nanoTime());
        }
    }
}
