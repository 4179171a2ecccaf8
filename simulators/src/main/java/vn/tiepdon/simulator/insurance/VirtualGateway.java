package vn.tiepdon.simulator.insurance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway on a port of loopback: token, look-up, check-in records, and the old ways, which are dead. */
public final class VirtualGateway implements AutoCloseable {

    private static final int LARGEST = 4 << 20;
    private static final int SEVEN_DECIMALS = 100;
    private static final int THREADS = 64;
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter RECEIVED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "insurance gateway");
        thread.setDaemon(true);
        return thread;
    });
    private final GatewayAccess access;
    private final CardBook cards;
    private final GatewayCondition condition;
    private final Tokens tokens = new Tokens();
    private final ReceivedRecords records = new ReceivedRecords();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final AtomicReference<Runnable> whenTaken = new AtomicReference<>();

    private VirtualGateway(int port, GatewayAccess access, String facility, long seed) throws IOException {
        this.access = access;
        this.cards = new CardBook(facility);
        this.condition = new GatewayCondition(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/api/token/take", exchange -> answer(exchange, this::token));
        server.createContext("/api/egw/KQNhanLichSuKCB2024", exchange -> answer(exchange, this::lookUp));
        server.createContext("/api/qd130/checkInKcbQd3176", exchange -> answer(exchange, this::checkIn));
        server.createContext("/", VirtualGateway::dead);
        server.start();
    }

    /**
     * @param port 0 for any
     * @param facility where good cards are registered
     * @param seed of the faults that come by chance
     */
    public static VirtualGateway start(int port, GatewayAccess access, String facility, long seed) throws IOException {
        return new VirtualGateway(port, access, facility, seed);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this number gets this result code. */
    public void card(String number, String code) {
        cards.put(number, code);
    }

    /** Every call gets HTTP 503. */
    public void down(boolean now) {
        condition.down(now);
    }

    /** Every call gets a page. */
    public void html(boolean now) {
        condition.html(now);
    }

    public void slow(int millis) {
        condition.slow(millis);
    }

    /** By chance a call takes longer, up to so much. */
    public void sometimesSlow(double share, int millisAtMost) {
        condition.sometimesSlow(share, millisAtMost);
    }

    /** By chance: 503, a page, an error of its own, or nothing at all. */
    public void faults(double share) {
        condition.faults(share);
    }

    public void tokensLive(int seconds) {
        condition.tokenSeconds(seconds);
    }

    /** As if all tokens had expired. */
    public void forgetTokens() {
        tokens.forget();
    }

    /** Done once, when the next record has been taken and before its sender hears of it. */
    public void whenNextRecordIsTaken(Runnable deed) {
        whenTaken.set(deed);
    }

    public ReceivedRecords records() {
        return records;
    }

    /** Look-ups that were answered with a result about a card. */
    public int lookUps() {
        return lookUps.get();
    }

    @FunctionalInterface
    private interface Way {
        Object to(HttpExchange exchange, byte[] body) throws IOException;
    }

    private void answer(HttpExchange exchange, Way way) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
        sleep(condition.takesMillis());
        switch (condition.next()) {
            case WELL -> json(exchange, way.to(exchange, body));
            case DOWN -> send(exchange, 503, "text/plain", "");
            case HTML -> send(exchange, 200, "text/html", "<html><body><h1>Hệ thống đang bảo trì</h1></body></html>");
            case OWN_FAULT -> json(exchange, result("500"));
            case CUT -> exchange.close();
        }
    }

    private Object token(HttpExchange exchange, byte[] body) {
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        if (!access.user().equals(form.get("username")) || !digest().equals(form.get("password"))) {
            return result("401");
        }
        Tokens.Token token = tokens.take(condition.tokenSeconds());
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("access_token", token.access());
        key.put("id_token", token.id());
        key.put("token_type", "Bearer");
        key.put("username", access.user());
        // Seven decimals, as the sample of 2017 has them.
        key.put(
                "expires_in",
                "%s.%07dZ"
                        .formatted(
                                token.until().toString().substring(0, 19),
                                token.until().getNano() / SEVEN_DECIMALS));
        return Map.of("maKetQua", "200", "APIKey", key);
    }

    private Object lookUp(HttpExchange exchange, byte[] body) {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        if (!access.user().equals(query.get("username"))
                || !digest().equals(query.get("password"))
                || !tokens.good(query.get("token"), query.get("id_token"))) {
            return result("401");
        }
        JsonNode asked;
        try {
            asked = JSON.readTree(body);
        } catch (JacksonException noJson) {
            return result("205");
        }
        String card = asked.path("maThe").asString("");
        String name = asked.path("hoTen").asString("");
        String birth = asked.path("ngaySinh").asString("");
        if (card.isBlank() || name.isBlank() || birth.isBlank()) {
            return result("205");
        }
        if (!access.staffNumber().equals(asked.path("cccdCb").asString(""))) {
            return result("054");
        }
        if (!access.staffName().equals(asked.path("hoTenCb").asString(""))) {
            return result("055");
        }
        lookUps.incrementAndGet();
        return cards.answer(card, name, birth, LocalDate.now(HANOI));
    }

    /** Form and headers as public implementations for QĐ 3176 send them. */
    private Object checkIn(HttpExchange exchange, byte[] body) {
        String token = exchange.getRequestHeaders().getFirst("accessToken");
        String id = exchange.getRequestHeaders().getFirst("tokenId");
        boolean known = token != null && id != null && tokens.good(token, id);
        if (!known || !digest().equals(exchange.getRequestHeaders().getFirst("passwordHash"))) {
            return result("401");
        }
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        String transaction = records.take(form);
        if (transaction == null) {
            return result("205");
        }
        Runnable deed = whenTaken.getAndSet(null);
        if (deed != null) {
            deed.run();
        }
        Map<String, Object> receipt = result("200");
        receipt.put("maGiaoDich", transaction);
        receipt.put("thoiGianTiepNhan", RECEIVED.format(LocalDateTime.now(HANOI)));
        receipt.put("thongDiep", "");
        return receipt;
    }

    /** {@code KQNhanLichSuKCB595}, {@code …2018}, {@code …2019} and {@code guiHoSoGiamDinh4210} answer nobody any more. */
    private static void dead(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readNBytes(LARGEST);
        send(exchange, 404, "text/plain", "");
    }

    private static Map<String, Object> result(String code) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("maKetQua", code);
        result.put("ghiChu", "");
        return result;
    }

    private String digest() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(access.password().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : (text == null ? "" : text).split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void json(HttpExchange exchange, Object answer) throws IOException {
        send(exchange, 200, "application/json", JSON.writeValueAsString(answer));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
