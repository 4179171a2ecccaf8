package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.server.fault.Failure;
import vn.tiepdon.server.fault.Incident;

/**
 * Every failure leaves as an OperationOutcome. The library says what was wrong with a request; a failure of ours
 * becomes its entry of the catalogue. The library's own words never reach the log: they quote what was sent.
 */
@Interceptor
public final class FhirFaults {

    private static final Logger log = LoggerFactory.getLogger(FhirFaults.class);

    private static final int SERVER_FAULT = 500;
    private static final int DEEPEST = 8;

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException told(Throwable failure) {
        if (failure instanceof BaseServerResponseException known && known.getStatusCode() < SERVER_FAULT) {
            log.info("refused: {} {}", known.getStatusCode(), known.getClass().getSimpleName());
            return known;
        }
        if (unreadable(failure)) {
            log.info("refused: unreadable");
            return Outcomes.refused(
                    IssueType.STRUCTURE, "Không đọc được: sai dạng FHIR R4.", "Not of the form of FHIR R4.");
        }
        Failure behind = Failure.behind(failure);
        if (behind.status() == SERVER_FAULT) {
            log.error("incident {}: {}", UUID.randomUUID(), Incident.describe(failure));
        } else {
            log.info("refused: {}", behind.code());
        }
        return new UnclassifiedServerFailureException(
                behind.status(), behind.code().name(), outcome(behind));
    }

    private static boolean unreadable(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof DataFormatException) {
                return true;
            }
        }
        return false;
    }

    private static OperationOutcome outcome(Failure failure) {
        Text text = FaultCatalogue.shipped().of(failure.code()).technician();
        return Outcomes.error(
                Outcomes.issueType(failure.status()), text, failure.code().mark());
    }
}
