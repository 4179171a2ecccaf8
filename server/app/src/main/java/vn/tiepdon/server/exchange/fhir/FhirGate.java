package vn.tiepdon.server.exchange.fhir;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.device.DeviceId;
import vn.tiepdon.server.device.Devices;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Problems;

/** How much of the server one other system may take: patients at the kiosks come first. */
@Component
class FhirGate {

    private final Problems problems;
    private final HospitalClock clock;
    private final Devices devices;
    private final Map<DeviceId, Allowance> allowances = new ConcurrentHashMap<>();

    FhirGate(Problems problems, HospitalClock clock, Devices devices) {
        this.problems = problems;
        this.clock = clock;
        this.devices = devices;
    }

    /** False when the system asked too much; it has been told so. */
    boolean enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (allowance(request).take(clock.now())) {
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        problems.write(request, response, FaultCode.SERVER_BUSY, HttpStatus.TOO_MANY_REQUESTS.value());
        return false;
    }

    /** After each {@link #enter} that was true. */
    void leave(HttpServletRequest request) {
        allowance(request).giveBack();
    }

    private Allowance allowance(HttpServletRequest request) {
        Device device = Caller.of(request).device();
        return allowances.computeIfAbsent(device.id(), id -> {
            devices.speaksFhir(device);
            return new Allowance();
        });
    }
}
