package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Another system that is told what happens, and answers as it likes. */
final class ToldSystem implements AutoCloseable {

    /** In place of an answer: the connection is cut. */
    static final String CUT = "CUT";

    private final ServerSocket listening;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Header, String> manner = header -> "AA";

    ToldSystem(int port) throws IOException {
        this(new ServerSocket(port, 5, InetAddress.getLoopbackAddress()));
    }

    ToldSystem(ServerSocket listening) {
        this.listening = listening;
        Thread thread = new Thread(this::serve, "told-system");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Everything it was told, also what it did not answer. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** From a message's header to MSA-1, or {@link #CUT}. */
    void answers(Function<Header, String> wished) {
        manner = wished;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept();
                    Hl7Peer peer = new Hl7Peer(socket)) {
                for (String message = peer.hear(); message != null; message = peer.hear()) {
                    heard.add(message);
                    Header header =
                            Header.of(message.getBytes(StandardCharsets.UTF_8)).orElseThrow();
                    String code = manner.apply(header);
                    if (code.equals(CUT)) {
                        break;
                    }
                    peer.say("MSH|^~\\&|X|X|X|X|20261122||ACK|1|P|2.5.1\rMSA|" + code + "|" + header.controlId()
                            + "|said\rERR|||207^internal^HL70357|E\r");
                }
            } catch (IOException gone) {
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
