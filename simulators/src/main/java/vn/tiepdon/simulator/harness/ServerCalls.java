package vn.tiepdon.simulator.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.fault.Problem;

/** JSON over HTTP/1.1 to one server; every call has its time-out. */
final class ServerCalls {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration FILE_WITHIN = Duration.ofMinutes(30);

    private final HttpClient http;
    private final URI server;
    private final Duration within;
    private final LongAdder sent = new LongAdder();

    ServerCalls(URI server, Duration within) {
        this.server = server;
        this.within = within;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(within)
                .build();
    }

    <T> Reply<T> get(String path, String authorization, TypeReference<T> type) throws InterruptedException {
        return send(request(path, authorization).GET(), type);
    }

    <T> Reply<T> post(String path, String authorization, Object body, TypeReference<T> type)
            throws InterruptedException {
        return send(request(path, authorization).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))), type);
    }

    <T> Reply<T> put(String path, String authorization, Object body, TypeReference<T> type)
            throws InterruptedException {
        return send(request(path, authorization).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))), type);
    }

    <T> Reply<T> postNothing(String path, String authorization, TypeReference<T> type) throws InterruptedException {
        return send(request(path, authorization).POST(BodyPublishers.noBody()), type);
    }

    /** Waits as long as the file takes. */
    <T> Reply<T> postFile(String path, String authorization, Path file, TypeReference<T> type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, authorization)
                .timeout(FILE_WITHIN)
                .setHeader("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file));
        return send(request, type);
    }

    /** @return how many requests have been sent, answered or not */
    long sent() {
        return sent.sum();
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(within)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private <T> Reply<T> send(HttpRequest.Builder request, TypeReference<T> type) throws InterruptedException {
        sent.increment();
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                return refusal(response);
            }
            return new Reply.Answered<>(response.body().isEmpty() ? null : JSON.readValue(response.body(), type));
        } catch (IOException e) {
            return new Reply.Unanswered<>(e);
        }
    }

    private static <T> Reply<T> refusal(HttpResponse<String> response) {
        try {
            Problem problem = JSON.readValue(response.body(), Problem.class);
            return new Reply.Refused<>(response.statusCode(), problem == null ? null : problem.code());
        } catch (JacksonException e) {
            return new Reply.Refused<>(response.statusCode(), null); // a proxy's or container's own page
        }
    }
}
