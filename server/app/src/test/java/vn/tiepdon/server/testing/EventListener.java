package vn.tiepdon.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.tiepdon.server.device.DeviceSessions;

/** Listens to a screen's events as a browser does. */
public final class EventListener implements AutoCloseable {

    private static final int SECONDS = 20;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private final Thread reader;
    private final int status;

    /** @param lastEventId null to hear only what comes */
    public EventListener(int port, TestHospital.Enrolled screen, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/screen/"
                        + screen.device().id().value() + "/events"))
                .timeout(Duration.ofSeconds(SECONDS))
                .header("Cookie", DeviceSessions.SCREEN_COOKIE + "=" + screen.token())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        status = response.statusCode();
        lines = response.body();
        reader = new Thread(this::read, "event listener");
        reader.setDaemon(true);
        reader.start();
    }

    public int status() {
        return status;
    }

    private void read() {
        String[] id = {"-1"};
        String[] kind = {""};
        try {
            lines.forEach(line -> {
                if (line.startsWith("id: ")) {
                    id[0] = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    kind[0] = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    heard.add(new Heard(Long.parseLong(id[0]), kind[0], line.substring(6)));
                }
            });
        } catch (RuntimeException cutOff) {
            heard.add(new Heard(-1, "closed", ""));
            return;
        }
        heard.add(new Heard(-1, "closed", ""));
    }

    /** The next thing that happened: no heartbeat, and no picture of how things stand then. */
    public Heard next() throws InterruptedException {
        Heard next;
        do {
            next = any();
        } while (next.kind().equals("heartbeat") || next.kind().equals("board"));
        return next;
    }

    /** The next event of any kind. */
    public Heard any() throws InterruptedException {
        Heard next = heard.poll(SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing heard for " + SECONDS + " s");
        }
        return next;
    }

    @Override
    public void close() {
        lines.close();
        reader.interrupt();
    }

    /** @param kind {@code closed} when the server has ended the stream */
    public record Heard(long seq, String kind, String data) {}
}
