package vn.tiepdon.server.coverage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway that says what a test tells it to; no more than the client needs to be tried. */
public final class TestGateway implements AutoCloseable {

    private static final Pattern CARD = Pattern.compile("\"maThe\":\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\"hoTen\":\"([^\"]*)\"");

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> records = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile long slowMillis;
    private final AtomicInteger stumbles = new AtomicInteger();
    private volatile int tokens;
    private volatile String validToken = "";
    private volatile String tokenLife = "2099-01-01T00:00:00.1234567Z";
    private volatile String recordAnswer = "";

    public TestGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "test gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/token/take", this::token);
        server.createContext("/api/egw/KQNhanLichSuKCB2024", this::lookUp);
        server.createContext("/api/qd130/", this::record);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param template with %NAME% and %CARD% of whoever is asked for */
    public void answer(String card, String template) {
        answers.put(card, template);
    }

    /** An accepted card of a facility, valid over the whole of this century's days of a test. */
    public static String accepted(String number, String facility) {
        return """
                {"maKetQua":"000","ghiChu":null,"maThe":"%s","hoTen":"%%NAME%%","ngaySinh":"1950","gioiTinh":"Nữ",
                 "maDKBD":"%s","gtTheTu":"01/01/2020","gtTheDen":"31/12/2090","ngayDu5Nam":"01/02/2021",
                 "dsLichSuKCB2018":null,"dsLichSuKT2018":[]}""".formatted(number, facility);
    }

    public static String code(String code) {
        return "{\"maKetQua\":\"" + code + "\",\"ghiChu\":\"\",\"dsLichSuKCB2018\":null}";
    }

    /** @param http the status that everything gets from now on */
    public void breakDown(int http) {
        status = http;
    }

    /** So many calls from now on get HTTP 503. */
    public void stumble(int calls) {
        stumbles.set(calls);
    }

    public void slow(long millis) {
        slowMillis = millis;
    }

    /** All tokens given until now are refused from now on. */
    public void forgetTokens() {
        validToken = "none";
    }

    public void tokensLiveUntil(Instant end) {
        tokenLife = end.toString();
    }

    public int tokens() {
        return tokens;
    }

    /** The card numbers that were asked for. */
    public List<String> asked() {
        return asked;
    }

    /** The bodies of the check-in records that came. */
    public List<String> records() {
        return records;
    }

    public void answerRecords(String json) {
        recordAnswer = json;
    }

    private void token(HttpExchange exchange) throws IOException {
        tokens++;
        validToken = "token-" + tokens;
        send(exchange, """
                {"maKetQua":"200","APIKey":{"access_token":"%s","id_token":"id-%d","token_type":"Bearer",
                 "username":"79001_BV","expires_in":"%s"}}""".formatted(validToken, tokens, tokenLife));
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestURI().getQuery().contains("token=" + validToken)) {
            send(exchange, code("401"));
            return;
        }
        Matcher card = CARD.matcher(body);
        Matcher name = NAME.matcher(body);
        String number = card.find() ? card.group(1) : "";
        asked.add(number);
        sleep();
        send(
                exchange,
                answers.getOrDefault(number, code("050"))
                        .replace("%NAME%", name.find() ? name.group(1) : "")
                        .replace("%CARD%", number));
    }

    private void record(HttpExchange exchange) throws IOException {
        records.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        sleep();
        send(exchange, recordAnswer);
    }

    private void sleep() {
        try {
            Thread.sleep(slowMillis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean stumbling = stumbles.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        exchange.sendResponseHeaders(stumbling ? 503 : status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
