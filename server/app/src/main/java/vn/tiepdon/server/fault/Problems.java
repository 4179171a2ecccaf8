package vn.tiepdon.server.fault;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;

/** Makes the answer to a fault, for controllers and for filters that answer before any controller. */
@Component
public class Problems {

    private static final MediaType TYPE = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private static final int TOO_LARGE = 413;

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    public static ResponseEntity<Problem> answer(FaultCode code) {
        int status = FaultStatus.of(code);
        return ResponseEntity.status(status).contentType(TYPE).body(Problem.of(code, status));
    }

    static ResponseEntity<Problem> tooLarge() {
        return ResponseEntity.status(TOO_LARGE)
                .contentType(TYPE)
                .body(Problem.of(FaultCode.REQUEST_INVALID, TOO_LARGE));
    }

    /** Answers a request that no controller has seen. */
    public void write(HttpServletResponse response, FaultCode code, int status) throws IOException {
        byte[] body = json.writeValueAsBytes(Problem.of(code, status));
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
