package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call screen: opens its page, then its stream, and comes back as a browser does: after the pause that the server
 * asks for, saying what it heard last. All of it on the thread of {@link Televisions}.
 */
final class Television implements StreamReader.Listener {

    private static final Pattern AFTER = Pattern.compile("data-after=\"(\\d+)\"");
    private static final long REFUSED_PAUSE = 2_000_000_000L;

    private final int number;
    private final URI server;
    private final String path;
    private final String cookie;
    private final ShownCalls shown;
    private SocketChannel channel;
    private StreamReader reader;
    private String last;
    private String board = "";
    private long pause = 1_000_000_000L;
    private long comeBackAt;
    private State state = State.AWAY;

    /**
     * @param path of its page; the stream lies below it
     * @param cookie with which it proves itself
     */
    Television(int number, URI server, String path, String cookie, ShownCalls shown) {
        this.number = number;
        this.server = server;
        this.path = path;
        this.cookie = cookie;
        this.shown = shown;
    }

    int number() {
        return number;
    }

    State state() {
        return state;
    }

    /** Of the board it was sent last. */
    int boardBytes() {
        return board.length();
    }

    /** Whether it has ever seen its page and a stream. */
    boolean everWatched() {
        return last != null && !board.isEmpty();
    }

    boolean wantsToCome(long now) {
        return (state == State.AWAY || state == State.REFUSED) && channel == null && now - comeBackAt >= 0;
    }

    void come(Selector selector) {
        try {
            reader = new StreamReader(this);
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_CONNECT, this);
            channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        } catch (IOException refused) {
            leave();
        }
    }

    /** @param buffer shared by all, empty */
    void ready(SelectionKey key, ByteBuffer buffer) {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                ask(last == null ? path : path + "/events?after=" + last);
                return;
            }
            int some = channel.read(buffer.clear());
            if (some < 0) {
                leave();
                return;
            }
            reader.read(buffer.flip());
        } catch (IOException | IllegalArgumentException gone) {
            leave();
        }
    }

    private void ask(String target) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(("GET " + target + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nCookie: " + cookie + "\r\n"
                        + (last == null ? "" : "Last-Event-ID: " + last + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        // A few hundred bytes into an empty buffer of the kernel.
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    @Override
    public void answered(int status, boolean stream) {
        if (stream) {
            state = State.WATCHING;
        } else if (status != 200) {
            state = State.REFUSED;
        }
    }

    @Override
    public void page(String body) {
        Matcher after = AFTER.matcher(body);
        if (state == State.REFUSED || last != null || !after.find()) {
            leave();
            return;
        }
        last = after.group(1);
        try {
            ask(path + "/events?after=" + last);
        } catch (IOException gone) {
            leave();
        }
    }

    @Override
    public void frame(String frame) {
        if (frame.startsWith("event: board\n")) {
            board = frame;
            return;
        }
        if (frame.startsWith("retry: ")) {
            pause = Long.parseLong(frame.substring(7)) * 1_000_000;
            return;
        }
        if (!frame.startsWith("id: ")) {
            return;
        }
        int end = frame.indexOf('\n');
        last = frame.substring(4, end);
        if (frame.startsWith("event: ticket-called\n", end + 1)) {
            int at = frame.indexOf("\"ticket\":\"") + 10;
            String ticket = frame.substring(at, at + 36);
            if (board.contains(ticket)) {
                shown.shown(number, ticket, System.nanoTime());
            }
        }
    }

    void leave() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyGone) {
            board = "";
        }
        channel = null;
        comeBackAt = System.nanoTime() + (state == State.REFUSED ? REFUSED_PAUSE : pause);
        state = state == State.REFUSED ? State.REFUSED : State.AWAY;
    }

    enum State {
        AWAY,
        WATCHING,
        REFUSED
    }
}
