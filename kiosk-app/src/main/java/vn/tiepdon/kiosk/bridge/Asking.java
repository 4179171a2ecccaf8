package vn.tiepdon.kiosk.bridge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.client.ReceptionException;

/** Asks the server while a card waits: an answer that was lost is asked for again, which no step minds. */
final class Asking {

    private static final int TRIES = 3;

    private final Duration pause;

    Asking(Duration pause) {
        this.pause = pause;
    }

    /** @throws ReceptionException when the server refuses, or does not answer for long */
    <T> T ask(Supplier<CompletableFuture<T>> step) throws InterruptedException {
        for (int left = TRIES - 1; ; left--) {
            try {
                return step.get().get();
            } catch (ExecutionException e) {
                ReceptionException failure = e.getCause() instanceof ReceptionException known
                        ? known
                        : new ReceptionException(FaultCode.SERVER_FAULT, e.getCause());
                if (left == 0 || !mayHelp(failure.fault())) {
                    throw failure;
                }
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private static boolean mayHelp(FaultCode fault) {
        return switch (fault) {
            case SERVER_UNREACHABLE, SERVER_SLOW, SERVER_FAULT, SERVER_BUSY -> true;
            default -> false;
        };
    }
}
