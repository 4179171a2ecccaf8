package vn.tiepdon.simulator.printer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The printer's network socket. Serves one host at a time, as the real ones do; the next one waits. */
final class PrinterPlug {

    private static final Logger LOG = LoggerFactory.getLogger(PrinterPlug.class);

    /** What a host sends, as it arrives. */
    interface Reader {
        void read(byte[] bytes, int length, long nanos) throws InterruptedException;
    }

    private static final int CHUNK = 16 * 1024;

    private final Supplier<Reader> readers;
    private int port;
    private volatile ServerSocket listening;
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
        Thread thread = new Thread(() -> serve(socket), "virtual-printer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hosts see their connection reset, and nobody listens any more. */
    synchronized void out() throws IOException {
        ServerSocket socket = listening;
        listening = null;
        if (socket != null) {
            socket.close();
        }
        cutConnection();
    }

    void cutConnection() throws IOException {
        Socket connected = host;
        if (connected != null) {
            try {
                connected.setSoLinger(true, 0);
            } catch (SocketException e) {
                LOG.debug("the host had hung up already", e);
            }
            connected.close();
        }
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
                host = connected;
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

    private void readAll(InputStream in) throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK];
        Reader reader = readers.get();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            reader.read(chunk, length, System.nanoTime());
        }
    }
}
