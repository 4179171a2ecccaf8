package vn.tiepdon.simulator.harness;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that speaks just enough HTTP/1.1. On a machine that runs server, database and load together, a
 * grown-up client would take a good part of what is measured.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;
    private static final int LONGEST_BODY = 1 << 20;

    private final URI server;
    private Socket socket;
    private InputStream in;

    public Wire(URI server) throws IOException {
        this.server = server;
        open();
    }

    private void open() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** @return the answer's status; its body is read and thrown away */
    public int send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        String status = line();
        long length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
            last |= lower.equals("connection: close");
        }
        if (chunked) {
            skipChunks();
        } else if (length >= 0 && length <= LONGEST_BODY) {
            in.skipNBytes(length);
        } else {
            throw new IOException("an answer without end");
        }
        if (last) {
            close();
            open();
        }
        return Integer.parseInt(status.split(" ")[1]);
    }

    private void skipChunks() throws IOException {
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            in.skipNBytes(size + 2L);
        }
        line();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_BODY) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
