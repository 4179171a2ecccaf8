package vn.tiepdon.server.fault;

import java.util.Optional;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import vn.tiepdon.api.fault.FaultCode;

/** What lies behind a failure that a library has wrapped, as an entry of the catalogue with its HTTP status. */
public record Failure(FaultCode code, int status) {

    private static final int DEEPEST = 8;
    private static final int PAYLOAD_TOO_LARGE = 413;

    /** A fault of the server itself when nothing better is known. */
    public static Failure behind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            Optional<Failure> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return of(FaultCode.SERVER_FAULT);
    }

    private static Optional<Failure> known(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(of(refusal.code()));
        }
        if (cause instanceof BodyTooLargeException) {
            return Optional.of(new Failure(FaultCode.REQUEST_INVALID, PAYLOAD_TOO_LARGE));
        }
        boolean busy = cause instanceof TransientDataAccessException
                || cause instanceof CannotGetJdbcConnectionException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionTimedOutException;
        return busy ? Optional.of(of(FaultCode.SERVER_BUSY)) : Optional.empty();
    }

    private static Failure of(FaultCode code) {
        return new Failure(code, FaultStatus.of(code));
    }
}
