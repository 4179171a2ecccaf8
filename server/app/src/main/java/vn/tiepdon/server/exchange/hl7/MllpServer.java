package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for other systems: one thread for each connection, and no more of them than are allowed. */
final class MllpServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MllpServer.class);
    private static final int BACKLOG = 50;
    private static final long STOPS_WITHIN_MILLIS = 5_000;

    private final Hl7Settings settings;
    private final SenderGate gate;
    private final Hl7Intake intake;
    private final ServerSocket listening;
    private final Thread acceptor;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private MllpServer(Hl7Settings settings, SenderGate gate, Hl7Intake intake, ServerSocket listening) {
        this.settings = settings;
        this.gate = gate;
        this.intake = intake;
        this.listening = listening;
        this.acceptor = new Thread(this::accept, "hl7-listener");
    }

    static MllpServer start(Hl7Settings settings, SenderGate gate, Hl7Intake intake, ServerSocketFactory sockets)
            throws IOException {
        ServerSocket listening = sockets.createServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()), BACKLOG);
        MllpServer server = new MllpServer(settings, gate, intake, listening);
        server.acceptor.setDaemon(true);
        server.acceptor.start();
        return server;
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                take(listening.accept());
            } catch (IOException failed) {
                if (!listening.isClosed()) {
                    log.warn("HL7: no connection: {}", failed.getClass().getSimpleName());
                }
            }
        }
    }

    private void take(Socket connection) throws IOException {
        if (connections.size() >= settings.connections()) {
            log.warn("HL7: {} connections are open already", connections.size());
            connection.close();
            return;
        }
        connections.add(connection);
        Thread thread = new Thread(() -> serve(connection), "hl7-" + connection.getPort());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void serve(Socket connection) {
        try (connection) {
            new MllpConnection(connection, settings, gate, intake).serve();
        } catch (IOException broken) {
            log.debug("HL7: a connection ended: {}", broken.getClass().getSimpleName());
        } finally {
            connections.remove(connection);
            threads.remove(Thread.currentThread());
        }
    }

    /** Messages at hand are carried out; their senders ask again. Nobody is interrupted: H2 would lose its file. */
    @Override
    public void close() {
        quietly(listening::close);
        connections.forEach(connection -> quietly(connection::shutdownInput));
        threads.forEach(MllpServer::join);
        connections.forEach(connection -> quietly(connection::close));
        join(acceptor);
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOPS_WITHIN_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException | UnsupportedOperationException gone) {
            log.debug("HL7: closed already: {}", gone.getClass().getSimpleName());
        }
    }

    @FunctionalInterface
    private interface Closing {
        void run() throws IOException;
    }
}
