package vn.tiepdon.server.fault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;

/**
 * Answers for filters, which refuse before any controller has seen the request: a problem of RFC 9457, or an
 * OperationOutcome where FHIR is spoken (FHIR R4, 3.1.0.1.12). Made without the FHIR library, which may not be loaded.
 */
@Component
public class Problems {

    private static final String FHIR_TYPE = "application/fhir+json;charset=UTF-8";
    private static final int TOO_MANY_REQUESTS = 429;

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, FaultCode code, int status)
            throws IOException {
        boolean fhir = request.getRequestURI().startsWith(ApiPaths.FHIR + "/");
        byte[] body = json.writeValueAsBytes(fhir ? outcome(code, status) : Problem.of(code, status));
        response.setStatus(status);
        response.setContentType(fhir ? FHIR_TYPE : Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> outcome(FaultCode code, int status) {
        Text text = FaultCatalogue.shipped().of(code).technician();
        Map<String, Object> details = Map.of(
                "coding", List.of(Map.of("system", "urn:tiepdon:fault", "code", code.mark())),
                "text", text.vi());
        Map<String, Object> issue =
                Map.of("severity", "error", "code", issueType(status), "details", details, "diagnostics", text.en());
        return Map.of("resourceType", "OperationOutcome", "issue", List.of(issue));
    }

    /** Of http://hl7.org/fhir/issue-type. */
    private static String issueType(int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> "login";
            case HttpServletResponse.SC_FORBIDDEN -> "forbidden";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "too-long";
            case TOO_MANY_REQUESTS -> "throttled";
            default -> "processing";
        };
    }
}
