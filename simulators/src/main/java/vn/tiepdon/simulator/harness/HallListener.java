package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.device.EnrolmentGrant;

/** A call screen that hears its clinics and writes down what happens to whose number; it comes back when cut off. */
public final class HallListener implements AutoCloseable {

    /** What the screen is to show, as HTML: who listens needs none of it. */
    private static final String BOARD = "board";

    private static final Duration WITHIN = Duration.ofMinutes(20);
    private static final long AGAIN_MS = 300;

    /**
     * Something that happened to a number.
     *
     * @param kind as docs/queue.md names it
     * @param room null where no room acts
     * @param calls counts at this place
     */
    public record Heard(long seq, String kind, UUID ticket, String room, int calls, Instant at) {}

    private final URI events;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Heard> heard = new ArrayList<>();
    private final Thread listening;
    private volatile boolean closed;
    private String last;
    private String kind = "";
    private long seen = -1;
    private long lost;

    /** @param screen enrolled in the hospital */
    public HallListener(URI server, EnrolmentGrant screen) {
        this.events = server.resolve("/screen/" + screen.deviceId() + "/events");
        this.token = screen.token();
        this.listening = new Thread(this::listen, "hall");
        listening.setDaemon(true);
        listening.start();
    }

    private void listen() {
        try {
            while (!closed) {
                stream();
                Thread.sleep(AGAIN_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(events)
                .timeout(WITHIN)
                .header("Cookie", "tiepdon-screen=" + token)
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        try {
            HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                lines.takeWhile(line -> !closed).forEach(this::hear);
            }
        } catch (IOException | UncheckedIOException cutOff) {
            kind = ""; // comes back with the last number heard
        }
    }

    private synchronized void hear(String line) {
        if (line.startsWith("id:")) {
            last = line.substring(3).strip();
            count(Long.parseLong(last));
        } else if (line.startsWith("event:")) {
            kind = line.substring(6).strip();
        } else if (line.startsWith("data:") && !kind.equals(BOARD)) {
            JsonNode said = JsonMapper.shared().readTree(line.substring(5));
            if (said.hasNonNull("ticket")) {
                heard.add(new Heard(
                        seen,
                        kind,
                        UUID.fromString(said.get("ticket").asString()),
                        said.hasNonNull("room") ? said.get("room").asString() : null,
                        said.path("calls").asInt(0),
                        Instant.parse(said.get("at").asString())));
            }
        }
    }

    /** A heartbeat repeats the last number. */
    private void count(long seq) {
        if (seen >= 0 && seq > seen + 1) {
            lost += seq - seen - 1;
        }
        seen = Math.max(seen, seq);
    }

    /** In the order of the events. */
    public synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** Events that were left out; those of clinics that are not the screen's are among them. */
    public synchronized long lost() {
        return lost;
    }

    @Override
    public void close() {
        closed = true;
        listening.interrupt();
    }
}
