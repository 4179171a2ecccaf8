package vn.tiepdon.kiosk.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import vn.tiepdon.api.fault.FaultCode;

/** A line to the server on which an enrolled device says who it is. */
record DeviceLine(ServerLine server, DeviceCredentials credentials) {

    /** @return what came of it; completes normally, also without a token */
    <T> CompletableFuture<Reply<T>> exchange(Function<String, CompletableFuture<Reply<T>>> call) {
        return credentials
                .authorization()
                .handle((authorization, failure) -> failure == null
                        ? call.apply(authorization)
                        : CompletableFuture.<Reply<T>>completedFuture(new Reply.Unanswered<>(faultOf(failure))))
                .thenCompose(Function.identity())
                .exceptionally(ReplyReader::missing);
    }

    /** @return the answer; fails only with {@link ReceptionException} */
    <T> CompletableFuture<T> ask(Function<String, CompletableFuture<Reply<T>>> call) {
        // Dependants of a failed future would see a CompletionException; the caller is promised the plain one.
        CompletableFuture<T> result = new CompletableFuture<>();
        exchange(call).thenAccept(settled -> {
            try {
                result.complete(settled.orThrow());
            } catch (ReceptionException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** For a POST that does no harm when the server sees it twice. */
    <T> CompletableFuture<T> post(String path, Object body, Class<T> type) {
        return ask(authorization -> server.post(path, authorization, body, type));
    }

    private static FaultCode faultOf(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ReceptionException refusal ? refusal.fault() : FaultCode.SERVER_FAULT;
    }
}
