package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Refuses parameters of all resources ({@code _sort}, {@code _has} …) that nothing here understands: the library passes
 * over them, and whoever asked would take everything for what was asked for.
 */
@Interceptor
public final class KnownParameters {

    private static final Set<String> UNDERSTOOD =
            Set.of("_id", "_count", "_format", "_pretty", "_summary", "_elements");

    private final Set<String> withChanges;

    /** @param withChanges types that know when they were written */
    KnownParameters(Set<String> withChanges) {
        this.withChanges = withChanges;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void demandKnown(ServletRequestDetails request, RestOperationTypeEnum operation) {
        boolean known = operation != RestOperationTypeEnum.SEARCH_TYPE
                || request.getParameters().keySet().stream()
                        .allMatch(it -> !it.startsWith("_")
                                || UNDERSTOOD.contains(it)
                                || it.equals(Parameter.LAST_UPDATED)
                                        && withChanges.contains(request.getResourceName()));
        if (!known) {
            throw Outcomes.refused(
                    IssueType.NOTSUPPORTED,
                    "Tham số tìm kiếm không được hỗ trợ.",
                    "Of the parameters of all resources _id, _count, _format, _pretty, _summary and _elements are known,"
                            + " _lastUpdated of some types.");
        }
    }
}
