package vn.tiepdon.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Problems;

/** Programs that are not let in get an entry of the catalogue, not a page. */
@Component
class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    ProblemEntryPoint(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        boolean device = !request.getRequestURI().startsWith("/api/desk")
                && !request.getRequestURI().startsWith("/api/admin");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, device ? ApiPaths.DEVICE_SCHEME : "Basic realm=\"tiepdon\"");
        problems.write(
                request,
                response,
                device ? FaultCode.DEVICE_NOT_ENROLLED : FaultCode.NOT_ALLOWED,
                HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        problems.write(request, response, FaultCode.NOT_ALLOWED, HttpServletResponse.SC_FORBIDDEN);
    }
}
