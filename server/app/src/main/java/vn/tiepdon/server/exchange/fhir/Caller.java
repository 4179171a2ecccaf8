package vn.tiepdon.server.exchange.fhir;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.FacilityId;

/**
 * The system that asks. Security lets nobody else in here.
 *
 * @param source address the request came from
 */
record Caller(Device device, String source) {

    static Caller of(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Device device) {
            return new Caller(device, request.getRemoteAddr());
        }
        throw new IllegalStateException("let in without a device");
    }

    FacilityId facility() {
        return device.facility();
    }
}
