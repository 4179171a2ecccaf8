package vn.tiepdon.kiosk.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server on the loopback addresses of this computer, IPv4 and IPv6, and on no other. */
final class Door implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int THREADS = EventHub.MAX_LISTENERS + 4;
    private static final int MAX_CONNECTIONS = 64;
    private static final byte[] IPV4 = {127, 0, 0, 1};
    private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    static {
        // Read once, when the JDK's server is first used.
        System.setProperty("jdk.httpserver.maxConnections", String.valueOf(MAX_CONNECTIONS));
        System.setProperty("sun.net.httpserver.maxIdleConnections", "16");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "64");
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.idleInterval", "30");
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(MAX_CONNECTIONS),
            task -> {
                Thread thread = new Thread(task, "door");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    private Door() {}

    /**
     * @param port 0 for any that is free
     * @param handler made for the port that it became
     * @throws IOException when another program has this port
     */
    static Door open(int port, IntFunction<HttpHandler> handler) throws IOException {
        Door door = new Door();
        HttpServer first = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(IPV4), port), 0);
        int taken = first.getAddress().getPort();
        HttpHandler inside = handler.apply(taken);
        door.serve(first, inside);
        try {
            door.serve(HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(IPV6), taken), 0), inside);
        } catch (IOException e) {
            LOG.info("no IPv6 loopback here; 127.0.0.1 alone is served");
        }
        return door;
    }

    private void serve(HttpServer server, HttpHandler handler) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, handler));
        server.start();
        servers.add(server);
    }

    private static void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
        }
    }

    int port() {
        return servers.get(0).getAddress().getPort();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
