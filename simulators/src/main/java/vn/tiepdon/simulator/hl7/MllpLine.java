package vn.tiepdon.simulator.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One connection: messages in frames (HL7 Minimal Lower Layer Protocol), UTF-8. */
final class MllpLine implements AutoCloseable {

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;
    private static final int LONGEST = 1 << 20;

    private final Socket socket;
    private final InputStream in;

    MllpLine(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    void send(String message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.write(message.getBytes(StandardCharsets.UTF_8));
        frame.write(END);
        frame.write(RETURN);
        raw(frame.toByteArray());
    }

    /** The frame's beginning and half of what it holds. */
    void sendHalf(String message) throws IOException {
        byte[] whole = message.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        half.write(START);
        half.write(whole, 0, whole.length / 2);
        raw(half.toByteArray());
    }

    void raw(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Empty at the end of the connection. */
    Optional<String> receive() throws IOException {
        for (int one = in.read(); one != START; one = in.read()) {
            if (one < 0) {
                return Optional.empty();
            }
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int one = in.read(); one != END; one = in.read()) {
            if (one < 0 || message.size() == LONGEST) {
                return Optional.empty();
            }
            message.write(one);
        }
        return Optional.of(message.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
