package vn.tiepdon.kiosk.bridge;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import vn.tiepdon.kiosk.client.Json;

/** Server-sent events (HTML, 9.2) to one browser, until it goes. */
final class EventStream {

    private static final int SILENCE_SECONDS = 5;
    private static final byte[] STILL_HERE = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private EventStream() {}

    static void send(HttpExchange exchange, EventHub.Listener listener) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(Answers.OK, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!listener.isBehind()) {
                BridgeEvent event = listener.waiting().poll(SILENCE_SECONDS, TimeUnit.SECONDS);
                out.write(event == null ? STILL_HERE : bytes(event));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(BridgeEvent event) {
        String data = Json.MAPPER.writeValueAsString(event.data());
        return ("event: " + event.name() + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
