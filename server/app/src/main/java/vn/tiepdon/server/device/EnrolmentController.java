package vn.tiepdon.server.device;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.device.EnrolmentGrant;

/** Open to everyone who has a code. */
@RestController
class EnrolmentController {

    private static final String SCHEME = ApiPaths.ENROLMENT_SCHEME + " ";

    private final Enrolments enrolments;
    private final EnrolmentThrottle throttle;

    EnrolmentController(Enrolments enrolments, EnrolmentThrottle throttle) {
        this.enrolments = enrolments;
        this.throttle = throttle;
    }

    @PostMapping(ApiPaths.DEVICE_ENROLMENT)
    EnrolmentGrant enrol(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            HttpServletRequest request) {
        if (throttle.isClosed()) {
            throw new EnrolmentRefusedException("throttled");
        }
        if (!authorization.startsWith(SCHEME)) {
            throw new EnrolmentRefusedException("no code");
        }
        return enrolments
                .enrol(authorization.substring(SCHEME.length()), request.getRemoteAddr())
                .orElseThrow(() -> {
                    throttle.wrongCode();
                    return new EnrolmentRefusedException("wrong code");
                });
    }
}
