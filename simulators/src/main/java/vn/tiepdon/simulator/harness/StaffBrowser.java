package vn.tiepdon.simulator.harness;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser of the staff sends, without the browser: pages and forms of one login. Safe for many threads. */
public final class StaffBrowser {

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WITHIN)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI server;
    private volatile String csrf;

    /**
     * Signs in.
     *
     * @throws PageRefusedException when the server does not know the login
     */
    public StaffBrowser(URI server, StaffLogin login) throws InterruptedException {
        this.server = server;
        get("/login");
        HttpResponse<String> in = send(
                form("/login", List.of(Map.entry("login", login.login()), Map.entry("password", login.password()))));
        if (in.uri().getPath().endsWith("/login")) {
            throw new PageRefusedException("/login", in.statusCode());
        }
        remember(in.body());
    }

    public String get(String path) throws InterruptedException {
        return page(path, request(path).GET());
    }

    /** Sends a form as htmx does: the answer is the part of the page that changes. */
    public String post(String path, List<Map.Entry<String, String>> fields) throws InterruptedException {
        return page(path, form(path, fields).header("HX-Request", "true"));
    }

    private String page(String path, HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<String> answer = send(request);
        boolean ended = answer.uri().getPath().endsWith("/login") && !path.equals("/login");
        if (answer.statusCode() != 200 || ended) {
            throw new PageRefusedException(path, answer.statusCode());
        }
        remember(answer.body());
        return answer.body();
    }

    private HttpRequest.Builder form(String path, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&", "", fields.isEmpty() ? "" : "&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "_csrf=" + encoded(csrf)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(WITHIN).header("Accept-Language", "vi");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every form of a page carries the same secret; a page without forms carries none. */
    private void remember(String page) {
        Matcher found = CSRF.matcher(page);
        if (found.find()) {
            csrf = found.group(1);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
