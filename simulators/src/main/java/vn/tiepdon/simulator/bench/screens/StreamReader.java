package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads what a server sends on one connection as it comes in: a head, then either a body of known length or a chunked
 * stream of server-sent events (RFC 9112, section 7.1; HTML standard, "Server-sent events"). Takes apart no more than it
 * has to: on a machine that runs server and screens together a grown-up client would take most of what is measured.
 */
final class StreamReader {

    private static final int LARGEST = 1 << 20;

    private final Listener listener;
    private byte[] text = new byte[8192];
    private int length;
    private int scanned;
    private Part part = Part.HEAD;
    private long left;
    private boolean stream;

    StreamReader(Listener listener) {
        this.listener = listener;
    }

    void read(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            switch (part) {
                case HEAD -> line(in, this::head);
                case BODY -> body(in);
                case SIZE -> line(in, this::size);
                case CHUNK -> chunk(in);
            }
        }
    }

    private interface Line {
        void read(String line) throws IOException;
    }

    /** A head is read as one "line" that ends with an empty one. */
    private void line(ByteBuffer in, Line then) throws IOException {
        byte next = in.get();
        add(next);
        boolean whole = part == Part.HEAD ? endsWith("\r\n\r\n") : endsWith("\r\n");
        if (whole) {
            String line = new String(text, 0, length, StandardCharsets.ISO_8859_1);
            length = 0;
            then.read(line);
        }
    }

    private void head(String head) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        int status = Integer.parseInt(head.split(" ", 3)[1]);
        stream = status == 200 && lower.contains("content-type: text/event-stream");
        listener.answered(status, stream);
        if (lower.contains("transfer-encoding: chunked")) {
            part = Part.SIZE;
        } else {
            int at = lower.indexOf("content-length: ");
            left = at < 0 ? 0 : Long.parseLong(lower.substring(at + 16, lower.indexOf('\r', at)));
            part = Part.BODY;
            if (left == 0) {
                end();
            }
        }
    }

    private void size(String line) throws IOException {
        String digits = line.strip();
        if (digits.isEmpty()) {
            return; // the end of the chunk before
        }
        left = Long.parseLong(digits, 16);
        part = Part.CHUNK;
        if (left == 0) {
            end();
        }
    }

    // Lines between chunks share the buffer with an unfinished frame, which therefore waits in its own.
    private byte[] frame = new byte[8192];
    private int framed;

    private void chunk(ByteBuffer in) throws IOException {
        int some = (int) Math.min(left, in.remaining());
        take(in, some);
        left -= some;
        if (left == 0) {
            part = Part.SIZE;
        }
        if (stream) {
            frames();
        }
    }

    private void body(ByteBuffer in) throws IOException {
        int some = (int) Math.min(left, in.remaining());
        take(in, some);
        left -= some;
        if (left == 0) {
            end();
        }
    }

    private void take(ByteBuffer in, int some) throws IOException {
        if (framed + some > LARGEST) {
            throw new IOException("a frame without end");
        }
        if (framed + some > frame.length) {
            frame = Arrays.copyOf(frame, Math.max(frame.length * 2, framed + some));
        }
        in.get(frame, framed, some);
        framed += some;
    }

    private void frames() {
        int from = 0;
        for (int at = Math.max(1, scanned); at < framed; at++) {
            if (frame[at] == '\n' && frame[at - 1] == '\n') {
                listener.frame(new String(frame, from, at - 1 - from, StandardCharsets.UTF_8));
                from = at + 1;
            }
        }
        System.arraycopy(frame, from, frame, 0, framed - from);
        framed -= from;
        scanned = framed;
    }

    private void end() {
        listener.page(new String(frame, 0, framed, StandardCharsets.UTF_8));
        framed = 0;
        part = Part.HEAD;
    }

    private void add(byte next) throws IOException {
        if (length == text.length) {
            throw new IOException("a line without end");
        }
        text[length++] = next;
    }

    private boolean endsWith(String end) {
        if (length < end.length()) {
            return false;
        }
        for (int i = 0; i < end.length(); i++) {
            if (text[length - end.length() + i] != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private enum Part {
        HEAD,
        BODY,
        SIZE,
        CHUNK
    }

    /** Who is told. */
    interface Listener {

        void answered(int status, boolean stream) throws IOException;

        /** A whole answer that is no stream. */
        void page(String body);

        /** One frame of the stream, without the empty line at its end. */
        void frame(String frame);
    }
}
