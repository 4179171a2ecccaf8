package vn.tiepdon.simulator.bench.screens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server is measured beside: a program of its own that keeps streams open and, asked for a call, writes as many
 * bytes as the server does to each of them, one after the other, and answers. No login, no database, no board.
 */
public final class BareStreams {

    static final String LISTENING = "listening";

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final List<SocketChannel> watchers = new ArrayList<>();
    private long seq;

    private BareStreams() {}

    /** @param arguments the port of the loopback interface */
    public static void main(String[] arguments) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            int port = Integer.parseInt(arguments[0]);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            System.out.println(LISTENING);
            new BareStreams().serve(server);
        }
    }

    private void serve(ServerSocketChannel server) throws IOException {
        while (true) {
            SocketChannel one = server.accept();
            one.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Thread thread = new Thread(() -> answer(one), "connection");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void answer(SocketChannel one) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(one), StandardCharsets.ISO_8859_1))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split("[ /]");
                while (!line.isEmpty()) {
                    line = in.readLine();
                }
                // GET /call/TICKET/BYTES, GET /screen/1/events?after=0, or a page
                if (words[2].equals("call")) {
                    call(words[3], Integer.parseInt(words[4]));
                    write(one, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                } else if (words[words.length - 3].startsWith("events")) {
                    write(one, HEAD + chunk("event: board\ndata: none\n\n"));
                    synchronized (this) {
                        watchers.add(one);
                    }
                } else {
                    String page = "<body data-after=\"0\">";
                    write(one, "HTTP/1.1 200 OK\r\nContent-Length: " + page.length() + "\r\n\r\n" + page);
                }
            }
        } catch (IOException gone) {
            synchronized (this) {
                watchers.remove(one);
            }
        }
    }

    private synchronized void call(String ticket, int bytes) throws IOException {
        String board = "event: board\ndata: " + ticket + ".".repeat(Math.max(0, bytes - 200)) + "\n\n";
        String called = "id: " + ++seq + "\nevent: ticket-called\ndata: {\"ticket\":\"" + ticket + "\"}\n\n";
        byte[] frame = chunk(board + called).getBytes(StandardCharsets.ISO_8859_1);
        for (SocketChannel watcher : watchers) {
            write(watcher, ByteBuffer.wrap(frame));
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void write(SocketChannel to, String text) throws IOException {
        write(to, ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }
}
