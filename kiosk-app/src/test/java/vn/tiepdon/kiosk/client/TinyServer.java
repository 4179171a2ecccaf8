package vn.tiepdon.kiosk.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that does what the test tells it to, and remembers what it was asked. */
final class TinyServer implements AutoCloseable {

    record Seen(String method, String path, String authorization, String body) {}

    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    volatile Behaviour behaviour = exchange -> send(exchange, 500, "text/plain", "not told what to do");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private final int port;

    TinyServer() throws IOException {
        server = start(0);
        port = server.getAddress().getPort();
    }

    private HttpServer start(int wanted) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        started.setExecutor(threads);
        started.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            behaviour.answer(exchange);
        });
        started.start();
        return started;
    }

    URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/");
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() throws IOException {
        server = start(port);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static void json(HttpExchange exchange, Object body) throws IOException {
        send(exchange, 200, "application/json", Json.MAPPER.writeValueAsString(body));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
