package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;

/** Which system read what, before the answer leaves: the ids it was given, never what it searched with. */
@Interceptor
public final class FhirTrail {

    private final AuditTrail audit;

    FhirTrail(AuditTrail audit) {
        this.audit = audit;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void note(ServletRequestDetails request, IBaseResource answer) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        if (operation == null || operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        Caller caller = Caller.of(request.getServletRequest());
        audit.append(new AuditEntry(
                caller.facility(),
                caller.device().id().value(),
                caller.source(),
                "fhir." + action(request, operation),
                object(request, answer),
                "ok"));
    }

    private static String action(ServletRequestDetails request, RestOperationTypeEnum operation) {
        return request.getOperation() == null ? operation.getCode() : request.getOperation();
    }

    private static String object(ServletRequestDetails request, IBaseResource answer) {
        String type = request.getResourceName() == null ? "" : request.getResourceName();
        if (request.getId() != null) {
            return type + " " + request.getId().getIdPart();
        }
        return answer instanceof Bundle bundle ? type + " " + bundle.getEntry().size() + " found" : type;
    }
}
