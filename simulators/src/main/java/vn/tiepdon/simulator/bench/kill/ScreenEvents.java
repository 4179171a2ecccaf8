package vn.tiepdon.simulator.bench.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import vn.tiepdon.api.device.EnrolmentGrant;

/** A call screen that listens to one server, from the hospital's first event until the server is gone. */
final class ScreenEvents implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final String ID = "id: ";

    private final Stream<String> lines;
    private final Thread listening;
    private long seen;
    private long missed;
    private long last;

    /** @param screen enrolled in the hospital */
    ScreenEvents(URI server, EnrolmentGrant screen) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/screen/" + screen.deviceId() + "/events"))
                .timeout(WITHIN)
                .header("Cookie", "tiepdon-screen=" + screen.token())
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", "0")
                .build();
        try {
            HttpResponse<Stream<String>> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the screen got " + response.statusCode());
            }
            lines = response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listening = new Thread(this::listen, "screen");
        listening.setDaemon(true);
        listening.start();
    }

    private void listen() {
        try {
            lines.filter(line -> line.startsWith(ID))
                    .mapToLong(
                            line -> Long.parseLong(line.substring(ID.length()).strip()))
                    .forEach(this::hear);
        } catch (UncheckedIOException serverGone) {
            listening.interrupt(); // nothing more to hear
        }
    }

    /** A heartbeat repeats the last number. */
    private synchronized void hear(long seq) {
        if (seq == last) {
            return;
        }
        seen++;
        missed += Math.abs(seq - last - 1);
        last = seq;
    }

    /** Once the server is gone. */
    Seen end() throws InterruptedException {
        listening.join(WITHIN.toMillis());
        synchronized (this) {
            return new Seen(seen, missed, last);
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    /**
     * @param missed numbers that were left out, or came twice or late
     * @param last the number of the last event
     */
    record Seen(long seen, long missed, long last) {}
}
