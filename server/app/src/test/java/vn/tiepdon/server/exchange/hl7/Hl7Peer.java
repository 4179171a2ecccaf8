package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Another system, on a socket of its own. */
final class Hl7Peer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final MllpReader reader;

    Hl7Peer(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new MllpReader(socket.getInputStream(), 1 << 20, socket::setSoTimeout, PATIENCE, PATIENCE);
    }

    static Hl7Peer at(int port) throws IOException {
        return new Hl7Peer(new Socket("127.0.0.1", port));
    }

    void say(String message) throws IOException {
        Mllp.write(socket.getOutputStream(), message.getBytes(StandardCharsets.UTF_8));
    }

    void raw(byte... bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Null at the end of the connection. */
    String hear() throws IOException {
        byte[] answer = reader.next();
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    String ask(String message) throws IOException {
        say(message);
        return hear();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
