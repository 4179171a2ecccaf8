package vn.tiepdon.kiosk.bridge;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.kiosk.reader.CardPlace;
import vn.tiepdon.kiosk.reader.Laid;
import vn.tiepdon.kiosk.station.FaultWords;
import vn.tiepdon.kiosk.station.Reading;
import vn.tiepdon.kiosk.station.StationException;
import vn.tiepdon.kiosk.station.StationWords;

/** The bridge's own page, for reading cards where there is no line: {@code /card} and what it asks. */
final class StationHandler implements HttpHandler {

    private static final String TOKEN = "X-Station-Token";
    private static final String POLICY =
            "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Gate gate;
    private final CardPlace place;
    private final StationRoom room;
    private final Map<String, Map<String, String>> words = Map.of(
            "vi", new StationWords("vi").plain(),
            "en", new StationWords("en").plain());

    private record Password(String password) {

        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    /** @param card counts the cards; 0 while there is none */
    private record Status(boolean unlocked, boolean reader, long card) {}

    StationHandler(Gate gate, CardPlace place, StationRoom room) {
        this.gate = gate;
        this.place = place;
        this.room = room;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        if (!gate.isOwnPage(exchange)) {
            Answers.empty(exchange, Answers.FORBIDDEN);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange);
            case "POST" -> post(exchange);
            default -> Answers.empty(exchange, Answers.WRONG_METHOD);
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/card/words" -> Answers.json(exchange, Answers.OK, words);
            case "/card/status" ->
                Answers.json(
                        exchange,
                        Answers.OK,
                        new Status(
                                room.isOpenTo(token(exchange)),
                                place.fault().isEmpty(),
                                place.laid().map(Laid::number).orElse(0L)));
            default -> {
                Optional<PageFile> file = PageFile.at(path);
                if (file.isPresent()) {
                    Answers.bytes(
                            exchange, Answers.OK, file.get().type(), file.get().read());
                } else {
                    Answers.empty(exchange, Answers.NOT_FOUND);
                }
            }
        }
    }

    private void post(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/card/unlock" -> unlock(exchange);
            case "/card/reading" -> read(exchange);
            case "/card/lock" -> {
                if (room.isOpenTo(token(exchange))) {
                    room.lock();
                }
                Answers.empty(exchange, Answers.NO_CONTENT);
            }
            default -> Answers.empty(exchange, Answers.NOT_FOUND);
        }
    }

    private void unlock(HttpExchange exchange) throws IOException {
        Password typed = Answers.body(exchange, Password.class);
        if (typed == null) {
            return;
        }
        try {
            String password = typed.password() == null ? "" : typed.password();
            Answers.json(exchange, Answers.OK, Map.of("token", room.unlock(password)));
        } catch (StationException e) {
            Answers.json(exchange, Answers.FORBIDDEN, Map.of("fault", FaultWords.of(e.fault())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Answers.empty(exchange, Answers.TOO_MANY);
        }
    }

    private void read(HttpExchange exchange) throws IOException {
        Optional<Reading> reading = room.read(token(exchange));
        if (reading.isEmpty()) {
            Answers.empty(exchange, Answers.UNAUTHORISED);
        } else if (reading.get() instanceof Reading.Read read) {
            Answers.json(exchange, Answers.OK, Map.of("sheets", read.sheets()));
        } else {
            FaultWords fault = FaultWords.of(((Reading.Failed) reading.get()).fault());
            Answers.json(exchange, Answers.OK, Map.of("fault", fault));
        }
    }

    private static String token(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst(TOKEN);
    }
}
