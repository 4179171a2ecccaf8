package vn.tiepdon.server.fault;

import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;

/** Every failure that leaves a controller becomes one entry of the catalogue. */
@RestControllerAdvice
class FaultAdvice {

    private static final Logger log = LoggerFactory.getLogger(FaultAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, ServletWebRequest request) throws IOException {
        log.info("refused: {}", refusal.getMessage());
        return Answers.to(request, refusal);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        ConstraintViolationException.class,
        TypeMismatchException.class
    })
    ResponseEntity<Problem> unreadable(Exception malformed, ServletWebRequest request) throws IOException {
        if (BodyTooLargeException.isBehind(malformed)) {
            return Answers.tooLarge();
        }
        // The parser's message quotes the body, which may be about a person.
        log.info("invalid request: {}", malformed.getClass().getSimpleName());
        return Answers.to(request, FaultCode.REQUEST_INVALID);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        QueryTimeoutException.class,
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransactionTimedOutException.class
    })
    ResponseEntity<Problem> busy(Exception late, ServletWebRequest request) throws IOException {
        log.warn("busy: {}", late.getClass().getSimpleName());
        return Answers.to(request, FaultCode.SERVER_BUSY);
    }

    /** The client has gone: there is nobody to answer. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void gone(IOException gone) {
        log.debug("client gone: {}", gone.getClass().getSimpleName());
    }

    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        // Spring Security's own filter answers it.
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception failure, ServletWebRequest request) throws IOException {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            return Answers.to(request, status == 404 ? FaultCode.NOT_FOUND : FaultCode.REQUEST_INVALID, status);
        }
        log.error("incident {}: {}", UUID.randomUUID(), Incident.describe(failure));
        return Answers.to(request, FaultCode.SERVER_FAULT);
    }
}
