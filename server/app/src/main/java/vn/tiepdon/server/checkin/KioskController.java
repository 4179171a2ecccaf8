package vn.tiepdon.server.checkin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckInRequest;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.IdentificationRequest;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.server.card.HospitalKeys;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** What a kiosk calls, with its device token. */
@RestController
class KioskController {

    private final IdentificationService identifications;
    private final CheckInService checkIns;
    private final Facilities facilities;
    private final HospitalKeys keys;
    private final HospitalClock clock;
    private final TiepDonSettings settings;

    KioskController(
            IdentificationService identifications,
            CheckInService checkIns,
            Facilities facilities,
            HospitalKeys keys,
            HospitalClock clock,
            TiepDonSettings settings) {
        this.identifications = identifications;
        this.checkIns = checkIns;
        this.facilities = facilities;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    @GetMapping(ApiPaths.KIOSK_CONFIGURATION)
    KioskConfiguration configuration(@AuthenticationPrincipal Device device) {
        Facility facility = facilities.get(device.facility());
        return new KioskConfiguration(
                device.id().value(),
                device.name(),
                facility.code(),
                facility.name(),
                facility.zone().getId(),
                facility.desk(),
                clock.now(),
                keys.cardKeys(),
                settings.citizen().chips());
    }

    @PostMapping(ApiPaths.KIOSK_IDENTIFICATIONS)
    Identification identify(
            @AuthenticationPrincipal Device device,
            @RequestBody IdentificationRequest body,
            HttpServletRequest request) {
        if (body.presentation() == null) {
            throw new CheckInRefused(FaultCode.REQUEST_INVALID, "no presentation");
        }
        return identifications.identify(device, request.getRemoteAddr(), body.presentation());
    }

    /** The body is written as it is kept: no message converter may order or space it anew. */
    @PutMapping(ApiPaths.KIOSK_CHECK_IN)
    ResponseEntity<String> checkIn(
            @AuthenticationPrincipal Device device, @PathVariable UUID checkInId, @RequestBody CheckInRequest request) {
        if (request.identificationId() == null || request.clinicCode() == null) {
            throw new CheckInRefused(FaultCode.REQUEST_INVALID, "no identification or no clinic");
        }
        String answer = checkIns.checkIn(device, new CheckInId(checkInId), request);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }
}
