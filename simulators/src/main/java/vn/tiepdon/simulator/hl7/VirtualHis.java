package vn.tiepdon.simulator.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A hospital's information system: is told what happens, and says something itself. */
public final class VirtualHis implements AutoCloseable {

    private static final Duration SLOW = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 5;

    private final ServerSocket listening;
    private final Consumer<String> heard;
    private volatile AnswerManner manner = AnswerManner.WELL;

    private VirtualHis(ServerSocket listening, Consumer<String> heard) {
        this.listening = listening;
        this.heard = heard;
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 0 for any
     * @param heard is given each message that comes
     */
    public static VirtualHis listen(int port, Consumer<String> heard) throws IOException {
        ServerSocket listening = new ServerSocket(port, CONNECTIONS, InetAddress.getLoopbackAddress());
        VirtualHis his = new VirtualHis(listening, heard);
        Thread thread = new Thread(his::accept, "virtual-his");
        thread.setDaemon(true);
        thread.start();
        return his;
    }

    public int port() {
        return listening.getLocalPort();
    }

    public void answers(AnswerManner wished) {
        manner = wished;
    }

    /** @return what the other side answers; empty when it ends the connection instead */
    public static Optional<String> ask(String host, int port, String message) throws IOException {
        try (MllpLine line = connect(host, port)) {
            line.send(message);
            return line.receive();
        }
    }

    /** Is gone in the middle of a message. */
    public static void sendHalf(String host, int port, String message) throws IOException {
        try (MllpLine line = connect(host, port)) {
            line.sendHalf(message);
        }
    }

    /** Rubbish first, the message behind it. */
    public static Optional<String> askBehindRubbish(String host, int port, String message) throws IOException {
        try (MllpLine line = connect(host, port)) {
            line.raw(new byte[] {0, 13, 10, 'x', 28, 13});
            line.send(message);
            return line.receive();
        }
    }

    private static MllpLine connect(String host, int port) throws IOException {
        Socket socket = new Socket(host, port);
        socket.setSoTimeout((int) SLOW.toMillis());
        return new MllpLine(socket);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread thread = new Thread(() -> serve(socket), "virtual-his-" + socket.getPort());
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (MllpLine line = new MllpLine(socket)) {
            Optional<String> message = line.receive();
            while (message.isPresent()) {
                heard.accept(message.get());
                if (!answer(line, message.get())) {
                    return;
                }
                message = line.receive();
            }
        } catch (IOException gone) {
            heard.accept("(connection ended)");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answer(MllpLine line, String message) throws IOException, InterruptedException {
        AnswerManner now = manner;
        if (now == AnswerManner.CUT) {
            return false;
        }
        if (now == AnswerManner.SLOW) {
            Thread.sleep(SLOW.toMillis());
        }
        if (now != AnswerManner.MUTE) {
            line.send(HisMessages.answer(message, now.code()));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
