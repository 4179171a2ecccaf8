package vn.tiepdon.server.exchange.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The frame around a message: HL7 Minimal Lower Layer Protocol, Transport Specification release 1. */
final class Mllp {

    static final byte START = 0x0B;
    static final byte END = 0x1C;
    static final byte RETURN = 0x0D;

    private Mllp() {}

    /** In one piece: some receivers take half a frame for a broken one. */
    static void write(OutputStream out, byte[] message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 3);
        frame.write(START);
        frame.write(message);
        frame.write(END);
        frame.write(RETURN);
        out.write(frame.toByteArray());
        out.flush();
    }
}
