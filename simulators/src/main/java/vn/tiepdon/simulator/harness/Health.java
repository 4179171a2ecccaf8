package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import vn.tiepdon.api.ApiPaths;

/** Asks a server whether it is well. */
public final class Health {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(WITHIN).build();
    private final HttpRequest question;

    public Health(URI server) {
        question = HttpRequest.newBuilder(server.resolve(ApiPaths.HEALTH))
                .timeout(WITHIN)
                .build();
    }

    public boolean good() {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
