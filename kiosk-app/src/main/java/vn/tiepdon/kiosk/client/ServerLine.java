package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Requests to one server over connections that stay open. Every future completes within the time allowed, normally. */
final class ServerLine {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int MAX_BODY = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI server;
    private final Duration patience;

    /** @param patience for one request, from its start to the last byte of the answer */
    ServerLine(URI server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    <T> CompletableFuture<Reply<T>> get(String path, String authorization, Class<T> type) {
        return repeatable(request(path, authorization).GET().build(), type);
    }

    /**
     * @param tag of what is known already, null for nothing
     * @param mostBytes of the answer
     */
    <T> CompletableFuture<Reply<Newer<T>>> getNewer(
            String path, String authorization, String tag, Class<T> type, int mostBytes) {
        HttpRequest.Builder request = request(path, authorization).GET();
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return answered(request.build(), mostBytes)
                .handle((response, failure) ->
                        failure == null ? ReplyReader.readNewer(response, type) : ReplyReader.missing(failure));
    }

    /** For a POST that does no harm when the server sees it twice. */
    <T> CompletableFuture<Reply<T>> post(String path, String authorization, Object body, Class<T> type) {
        return repeatable(request(path, authorization).POST(json(body)).build(), type);
    }

    /** A POST without a body, sent once and never again. */
    <T> CompletableFuture<Reply<T>> postOnce(String path, String authorization, Class<T> type) {
        HttpRequest request = request(path, authorization)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return exchange(request, MAX_BODY).handle((response, failure) -> reply(response, failure, type));
    }

    <T> CompletableFuture<Reply<T>> put(String path, String authorization, Object body, Class<T> type) {
        return repeatable(request(path, authorization).PUT(json(body)).build(), type);
    }

    private <T> CompletableFuture<Reply<T>> repeatable(HttpRequest request, Class<T> type) {
        return answered(request, MAX_BODY).handle((response, failure) -> reply(response, failure, type));
    }

    /**
     * Asks a second time when the connection broke: the server may have closed an idle one at the very moment of the
     * request, which java.net.http repeats by itself only for GET.
     */
    private CompletableFuture<HttpResponse<byte[]>> answered(HttpRequest request, int mostBytes) {
        return exchange(request, mostBytes)
                .exceptionallyCompose(failure ->
                        isBroken(failure) ? exchange(request, mostBytes) : CompletableFuture.failedFuture(failure))
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpRequest request, int mostBytes) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, response -> new BoundedBody(mostBytes));
        // The request's own time-out ends with the headers (JDK-8208693): a body may trickle for ever.
        return exchange.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> exchange.cancel(true));
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(patience)
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
    }

    private static boolean isBroken(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof IOException
                && !(cause instanceof ConnectException)
                && !(cause instanceof HttpTimeoutException)
                && !(cause instanceof BodyTooLargeException);
    }

    private static <T> Reply<T> reply(HttpResponse<byte[]> response, Throwable failure, Class<T> type) {
        return failure == null ? ReplyReader.read(response, type) : ReplyReader.missing(failure);
    }
}
