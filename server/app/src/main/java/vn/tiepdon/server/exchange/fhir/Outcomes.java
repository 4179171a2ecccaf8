package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import vn.tiepdon.api.Text;

/** Refusals in the words of FHIR: {@code details.text} in Vietnamese, {@code diagnostics} in English. */
final class Outcomes {

    private static final String FAULTS = "urn:tiepdon:fault";

    private Outcomes() {}

    /** 404: this hospital has no such resource; of another hospital's nothing is said. */
    static BaseServerResponseException notFound() {
        OperationOutcome outcome =
                of(IssueType.NOTFOUND, new Text("Không có tài nguyên này ở bệnh viện.", "No such resource here."));
        return new ResourceNotFoundException("not found", outcome);
    }

    /** 400 */
    static BaseServerResponseException refused(IssueType type, String vi, String en) {
        return new InvalidRequestException(en, of(type, new Text(vi, en)));
    }

    /** 422: well formed, and yet nothing that can be kept. */
    static BaseServerResponseException notKept(IssueType type, String vi, String en) {
        return new UnprocessableEntityException(en, of(type, new Text(vi, en)));
    }

    /** 409: well formed, and yet against what others have or did. */
    static BaseServerResponseException conflict(IssueType type, String vi, String en) {
        return new ResourceVersionConflictException(en, of(type, new Text(vi, en)));
    }

    /** 412 */
    static BaseServerResponseException precondition(IssueType type, String vi, String en) {
        return new PreconditionFailedException(en, of(type, new Text(vi, en)));
    }

    /** @param mark of the fault catalogue */
    static OperationOutcome error(IssueType type, Text text, String mark) {
        OperationOutcome outcome = of(type, text);
        outcome.getIssueFirstRep().getDetails().addCoding().setSystem(FAULTS).setCode(mark);
        return outcome;
    }

    static IssueType issueType(int status) {
        return switch (status) {
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 409 -> IssueType.CONFLICT;
            case 413 -> IssueType.TOOLONG;
            case 500 -> IssueType.EXCEPTION;
            case 503, 504 -> IssueType.TRANSIENT;
            default -> IssueType.PROCESSING;
        };
    }

    private static OperationOutcome of(IssueType type, Text text) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcome.OperationOutcomeIssueComponent issue =
                outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type);
        issue.getDetails().setText(text.vi());
        issue.setDiagnostics(text.en());
        return outcome;
    }
}
