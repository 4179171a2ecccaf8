package vn.tiepdon.kiosk.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;

/** Makes of an HTTP answer, or of its absence, one {@link Reply}. */
final class ReplyReader {

    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVICE_UNAVAILABLE = 503;

    private ReplyReader() {}

    static <T> Reply<T> read(HttpResponse<byte[]> response, Class<T> type) {
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() / 100 != 2) {
            return refusal(response, contentType);
        }
        if (type == Void.class) {
            return new Reply.Accepted<>(null);
        }
        if (!contentType.startsWith("application/json")) {
            return new Reply.Unanswered<>(FaultCode.SERVER_FAULT);
        }
        try {
            T body = Json.MAPPER.readValue(response.body(), type);
            return body == null ? new Reply.Unanswered<>(FaultCode.SERVER_FAULT) : new Reply.Accepted<>(body);
        } catch (JacksonException e) {
            return new Reply.Unanswered<>(FaultCode.SERVER_FAULT);
        }
    }

    /** What a server answers to somebody who named what he has already. */
    static <T> Reply<Newer<T>> readNewer(HttpResponse<byte[]> response, Class<T> type) {
        if (response.statusCode() == NOT_MODIFIED) {
            return new Reply.Accepted<>(new Newer<>(null, null));
        }
        Reply<T> reply = read(response, type);
        if (reply instanceof Reply.Accepted<T> accepted) {
            String tag = response.headers().firstValue("ETag").orElse(null);
            return new Reply.Accepted<>(new Newer<>(accepted.body(), tag));
        }
        return reply instanceof Reply.Refused<T> refused
                ? new Reply.Refused<>(refused.fault(), refused.card())
                : new Reply.Unanswered<>(((Reply.Unanswered<T>) reply).fault());
    }

    static <T> Reply<T> missing(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return new Reply.Unanswered<>(FaultCode.SERVER_UNREACHABLE);
        }
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return new Reply.Unanswered<>(FaultCode.SERVER_SLOW);
        }
        return new Reply.Unanswered<>(
                cause instanceof IOException && !(cause instanceof BodyTooLargeException)
                        ? FaultCode.SERVER_UNREACHABLE
                        : FaultCode.SERVER_FAULT);
    }

    /** Only a problem of ours with a 4xx status settles anything: a proxy's 404 page knows nothing of numbers. */
    private static <T> Reply<T> refusal(HttpResponse<byte[]> response, String contentType) {
        int status = response.statusCode();
        Problem problem = contentType.startsWith(Problem.MEDIA_TYPE) ? problemIn(response.body()) : null;
        FaultCode code = problem == null ? null : problem.code();
        if (status == UNAUTHORIZED) {
            return new Reply.Unanswered<>(FaultCode.DEVICE_NOT_ENROLLED);
        }
        if (code != null) {
            return status / 100 == 4 && code != FaultCode.SERVER_BUSY
                    ? new Reply.Refused<>(code, problem.card())
                    : new Reply.Unanswered<>(code);
        }
        return new Reply.Unanswered<>(
                switch (status) {
                    case FORBIDDEN -> FaultCode.NOT_ALLOWED;
                    case SERVICE_UNAVAILABLE -> FaultCode.SERVER_BUSY;
                    default -> FaultCode.SERVER_FAULT;
                });
    }

    private static Problem problemIn(byte[] body) {
        try {
            return Json.MAPPER.readValue(body, Problem.class);
        } catch (JacksonException e) {
            // A newer server may know faults that this kiosk does not.
            return null;
        }
    }
}
