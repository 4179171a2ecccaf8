package vn.tiepdon.kiosk.bridge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server's pages may ask, as docs/desk.md has it. */
final class DeskHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeskHandler.class);
    private static final String TOKEN = "X-Bridge-Token";
    private static final String PREFLIGHT_GOOD_FOR_SECONDS = "600";

    private final Gate gate;
    private final OrderDesk desk;
    private final EventHub hub;
    private final PairingCode code;
    private final Pairings pairings;
    private final String version;

    private record PairingRequest(String code) {}

    private record OrderRequest(UUID orderId) {}

    private record Status(String version, boolean paired, String reader, String card) {}

    DeskHandler(Gate gate, OrderDesk desk, EventHub hub, PairingCode code, Pairings pairings, String version) {
        this.gate = gate;
        this.desk = desk;
        this.hub = hub;
        this.code = code;
        this.pairings = pairings;
        this.version = version;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Vary", "Origin");
        headers.set("Cache-Control", "no-store");
        Optional<String> origin = gate.serverOrigin(exchange);
        if (origin.isEmpty()) {
            Answers.empty(exchange, Answers.FORBIDDEN);
            return;
        }
        headers.set("Access-Control-Allow-Origin", origin.get());
        switch (exchange.getRequestMethod()) {
            case "OPTIONS" -> preflight(exchange);
            case "GET" -> get(exchange);
            case "POST" -> post(exchange);
            default -> Answers.empty(exchange, Answers.WRONG_METHOD);
        }
    }

    private static void preflight(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Methods", "GET, POST");
        headers.set("Access-Control-Allow-Headers", TOKEN + ", Content-Type");
        headers.set("Access-Control-Allow-Private-Network", "true");
        headers.set("Access-Control-Max-Age", PREFLIGHT_GOOD_FOR_SECONDS);
        Answers.empty(exchange, Answers.NO_CONTENT);
    }

    private void get(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/status" ->
                Answers.json(exchange, Answers.OK, new Status(version, isPaired(exchange), desk.reader(), desk.card()));
            case "/events" -> {
                if (requirePaired(exchange)) {
                    events(exchange);
                }
            }
            default -> Answers.empty(exchange, Answers.NOT_FOUND);
        }
    }

    private void post(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/pairing" -> pair(exchange);
            case "/orders" -> {
                if (requirePaired(exchange)) {
                    order(exchange);
                }
            }
            default -> Answers.empty(exchange, Answers.NOT_FOUND);
        }
    }

    private void pair(HttpExchange exchange) throws IOException {
        PairingRequest request = Answers.body(exchange, PairingRequest.class);
        if (request == null) {
            return;
        }
        if (request.code() == null || !code.redeem(request.code())) {
            LOG.warn("a browser tried a wrong pairing code");
            Answers.empty(exchange, Answers.FORBIDDEN);
            return;
        }
        LOG.info("a browser was paired");
        Answers.json(exchange, Answers.OK, Map.of("token", pairings.add()));
    }

    private void order(HttpExchange exchange) throws IOException {
        OrderRequest request = Answers.body(exchange, OrderRequest.class);
        if (request == null) {
            return;
        }
        if (request.orderId() == null) {
            Answers.empty(exchange, Answers.BAD_REQUEST);
        } else {
            Answers.empty(exchange, desk.begin(request.orderId()) ? Answers.ACCEPTED : Answers.CONFLICT);
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        Optional<EventHub.Listener> listener = desk.listen();
        if (listener.isEmpty()) {
            Answers.empty(exchange, Answers.TOO_MANY);
            return;
        }
        try {
            EventStream.send(exchange, listener.get());
        } finally {
            hub.leave(listener.get());
        }
    }

    private boolean requirePaired(HttpExchange exchange) throws IOException {
        if (!isPaired(exchange)) {
            Answers.empty(exchange, Answers.UNAUTHORISED);
            return false;
        }
        return true;
    }

    private boolean isPaired(HttpExchange exchange) {
        return pairings.knows(exchange.getRequestHeaders().getFirst(TOKEN));
    }
}
