package vn.tiepdon.kiosk.device.printer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP connection to the printer's raw port. */
final class NetworkLink implements PrinterLink {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkLink.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private NetworkLink(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    static NetworkLink connect(PrinterAddress.Network address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            // A close becomes a reset: bytes still in the kernel die with the job they belong to.
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int) CONNECT.toMillis());
            return new NetworkLink(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public int receive(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        try {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the printer hung up");
            }
            return next;
        } catch (SocketTimeoutException e) {
            return NOTHING;
        }
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void abandon() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("printer connection did not close cleanly", e);
        }
    }
}
