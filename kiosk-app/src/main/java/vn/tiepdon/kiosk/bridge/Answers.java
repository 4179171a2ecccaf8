package vn.tiepdon.kiosk.bridge;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import vn.tiepdon.kiosk.client.Json;

/** Reads small JSON bodies and writes answers. Nothing of either is logged. */
final class Answers {

    static final int MAX_BODY = 4096;

    static final int OK = 200;
    static final int ACCEPTED = 202;
    static final int NO_CONTENT = 204;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORISED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int WRONG_METHOD = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int NOT_JSON = 415;
    static final int TOO_MANY = 503;

    private Answers() {}

    /** @return the body, or null when it was refused; then that has been answered */
    static <T> T body(HttpExchange exchange, Class<T> type) throws IOException {
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        if (contentType == null || !contentType.startsWith("application/json")) {
            empty(exchange, NOT_JSON);
            return null;
        }
        byte[] bytes;
        try (InputStream in = exchange.getRequestBody()) {
            bytes = in.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                empty(exchange, TOO_LARGE);
                return null;
            }
        }
        T body = parse(bytes, type);
        if (body == null) {
            empty(exchange, BAD_REQUEST);
        }
        return body;
    }

    private static <T> T parse(byte[] bytes, Class<T> type) {
        try {
            return Json.MAPPER.readValue(bytes, type);
        } catch (JacksonException e) {
            return null;
        }
    }

    static void json(HttpExchange exchange, int status, Object body) throws IOException {
        bytes(exchange, status, "application/json", Json.MAPPER.writeValueAsBytes(body));
    }

    static void bytes(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    static void empty(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }
}
