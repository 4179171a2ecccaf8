package vn.tiepdon.server.coverage.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One exchange with the gateway, within a time that counts from the first byte out to the last byte in. */
@Component
class GatewayLine {

    /** Answers bring the visits of years with them. */
    static final int LARGEST = 512 * 1024;

    static final int OK = 200;
    static final int UNAUTHORISED = 401;

    private static final Duration CONNECT = Duration.ofMillis(1_000);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    record Reply(int status, byte[] body) {}

    /** @param content what is sent and of which type */
    record Content(String type, String body) {

        static Content form(Map<String, String> fields) {
            return new Content("application/x-www-form-urlencoded", encoded(fields));
        }

        static Content json(String json) {
            return new Content("application/json", json);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Reply post(URI address, Map<String, String> headers, Content content, Duration patience) throws GatewayException {
        if (patience.isNegative() || patience.isZero()) {
            throw new GatewayException(GatewayFault.TIMEOUT);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", content.type())
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(content.body(), StandardCharsets.UTF_8));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(), BoundedBody.of(LARGEST));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new GatewayException(GatewayFault.TIMEOUT);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GatewayException(GatewayFault.TIMEOUT);
        } catch (ExecutionException failed) {
            throw why(failed);
        }
    }

    private static GatewayException why(ExecutionException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof GatewayException known) {
                return known;
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return new GatewayException(GatewayFault.UNREACHABLE);
            }
            if (cause instanceof HttpTimeoutException) {
                return new GatewayException(GatewayFault.TIMEOUT);
            }
        }
        return new GatewayException(
                failed.getCause() instanceof IOException ? GatewayFault.UNREACHABLE : GatewayFault.GARBLED);
    }
}
