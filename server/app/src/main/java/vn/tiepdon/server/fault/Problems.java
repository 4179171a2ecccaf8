package vn.tiepdon.server.fault;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;

/** Answers for filters, which refuse before any controller has seen the request. */
@Component
public class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, FaultCode code, int status) throws IOException {
        byte[] body = json.writeValueAsBytes(Problem.of(code, status));
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
