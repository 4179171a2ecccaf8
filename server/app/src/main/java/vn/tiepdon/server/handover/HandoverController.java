package vn.tiepdon.server.handover;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.server.device.Device;

/** Where a kiosk says what it could not finish. */
@RestController
class HandoverController {

    private final HandoverIntake intake;

    HandoverController(HandoverIntake intake) {
        this.intake = intake;
    }

    @PostMapping(ApiPaths.KIOSK_HANDOVERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@AuthenticationPrincipal Device device, @RequestBody Handover handover) {
        intake.report(device, handover);
    }
}
