package vn.tiepdon.server.issuing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bridge as docs/desk.md has it speak to the page; what it does with an order, the test says. */
final class FakeBridge implements AutoCloseable {

    private static final String TOKEN = "a-token";
    private static final String CUT = "";
    private static final Pattern ORDER = Pattern.compile("\"orderId\":\"([0-9a-f-]{36})\"");

    /** One for each page that listens: a page that has just gone must not swallow what the next one waits for. */
    private final List<BlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String origin;
    private volatile String card;
    private volatile Consumer<UUID> work = order -> {};
    private volatile boolean open = true;

    FakeBridge(int port, String origin) throws IOException {
        this.origin = origin;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What happens to each order from now on. */
    void onOrder(Consumer<UUID> what) {
        this.work = what;
    }

    /** @param kind blank, active, …; null: taken away */
    void put(String kind) {
        card = kind;
        tell("card", "{\"card\":" + (kind == null ? "null" : "\"" + kind + "\"") + "}");
    }

    /** Whoever listens is cut off, as when the bridge is started anew. */
    void cut() {
        listeners.forEach(listener -> listener.add(CUT));
    }

    void tell(String event, String data) {
        String told = "event: " + event + "\ndata: " + data + "\n\n";
        listeners.forEach(listener -> listener.add(told));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asking = exchange.getRequestHeaders().getFirst("Origin");
            if (!origin.equals(asking)) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            var headers = exchange.getResponseHeaders();
            headers.add("Access-Control-Allow-Origin", origin);
            headers.add("Access-Control-Allow-Methods", "GET, POST");
            headers.add("Access-Control-Allow-Headers", "X-Bridge-Token, Content-Type");
            headers.add("Access-Control-Allow-Private-Network", "true");
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            boolean paired = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Bridge-Token"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/status" ->
                    send(
                            exchange,
                            200,
                            "{\"version\":\"1\",\"paired\":" + paired + ",\"reader\":\"ACR39U\",\"card\":"
                                    + (card == null ? "null" : "\"" + card + "\"") + "}");
                case "/pairing" -> {
                    boolean right = body.contains("\"123456\"");
                    send(exchange, right ? 200 : 403, "{\"token\":\"" + (right ? TOKEN : "") + "\"}");
                }
                case "/events" -> stream(exchange, paired);
                case "/orders" -> order(exchange, paired, body);
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private void order(HttpExchange exchange, boolean paired, String body) throws IOException {
        Matcher id = ORDER.matcher(body);
        if (!paired || !id.find()) {
            send(exchange, 401, "{}");
            return;
        }
        send(exchange, 202, "{}");
        threads.execute(() -> work.accept(UUID.fromString(id.group(1))));
    }

    private void stream(HttpExchange exchange, boolean paired) throws IOException {
        if (!paired) {
            send(exchange, 401, "{}");
            return;
        }
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        listeners.add(events);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        while (open) {
            try {
                String event = events.poll(200, TimeUnit.MILLISECONDS);
                if (CUT.equals(event)) {
                    break;
                }
                out.write((event == null ? ": still here\n\n" : event).getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException gone) {
                return;
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        open = false;
        server.stop(0);
        threads.shutdownNow();
    }

    static FakeBridge at(int port, String origin) {
        try {
            return new FakeBridge(port, origin);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
