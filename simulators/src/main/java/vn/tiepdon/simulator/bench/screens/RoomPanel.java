package vn.tiepdon.simulator.bench.screens;

import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A room's panel in a browser in which somebody has signed in. */
final class RoomPanel {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Duration WITHIN = Duration.ofSeconds(15);

    private final URI server;
    private final String room;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(WITHIN)
            .build();
    private String csrf = "";
    private String ticket = "";
    private String version = "";

    RoomPanel(URI server, String room) {
        this.server = server;
        this.room = room;
    }

    void signIn(String login, String password) throws IOException, InterruptedException {
        csrf = found(CSRF, get("/login"));
        post("/login", "login=" + encoded(login) + "&password=" + encoded(password));
        String page = get("/room/" + room);
        csrf = found(CSRF, page);
        read(page);
    }

    /**
     * Calls the next one.
     *
     * @return the ticket that is called now; the same as before when nobody was left
     */
    String next() throws IOException, InterruptedException {
        read(post("/room/" + room + "/next", "ticket=" + ticket + "&version=" + version));
        return ticket;
    }

    private void read(String page) {
        Matcher seen = TICKET.matcher(page);
        ticket = seen.find() ? seen.group(1) : "";
        Matcher then = VERSION.matcher(page);
        version = !ticket.isEmpty() && then.find(seen.start()) ? then.group(1) : "";
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    private String post(String path, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(csrf) + "&" + form)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.timeout(WITHIN).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the server answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String found(Pattern pattern, String page) throws IOException {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IOException("the page is another than expected");
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
