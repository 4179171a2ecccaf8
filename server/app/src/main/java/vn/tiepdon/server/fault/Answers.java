package vn.tiepdon.server.fault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;

/** Programs get an entry of the catalogue; people with a browser get a page. */
final class Answers {

    private static final MediaType TYPE = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private Answers() {}

    static ResponseEntity<Problem> to(ServletWebRequest request, Refusal refusal) throws IOException {
        int status = FaultStatus.of(refusal.code());
        return to(request, Problem.of(refusal.code(), status, refusal.card().orElse(null)));
    }

    static ResponseEntity<Problem> to(ServletWebRequest request, FaultCode code) throws IOException {
        return to(request, code, FaultStatus.of(code));
    }

    /** Null when a page is on its way. */
    static ResponseEntity<Problem> to(ServletWebRequest request, FaultCode code, int status) throws IOException {
        return to(request, Problem.of(code, status));
    }

    private static ResponseEntity<Problem> to(ServletWebRequest request, Problem problem) throws IOException {
        HttpServletResponse response = request.getResponse();
        if (wantsPage(request.getRequest()) && response != null) {
            response.sendError(problem.status());
            return null;
        }
        return ResponseEntity.status(problem.status()).contentType(TYPE).body(problem);
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    static ResponseEntity<Problem> tooLarge() {
        int status = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        return ResponseEntity.status(status).contentType(TYPE).body(Problem.of(FaultCode.REQUEST_INVALID, status));
    }
}
