package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.server.citizen.ChipConsents;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.BusinessDay;

/** Writes down who was identified, and for a chip that was read also the consent: both or neither. */
@Component
class IdentificationTrail {

    private final Identifications identifications;
    private final ChipConsents consents;

    IdentificationTrail(Identifications identifications, ChipConsents consents) {
        this.identifications = identifications;
        this.consents = consents;
    }

    /** @param source address the request came from */
    @Transactional
    UUID add(
            Device device,
            String source,
            Presentation.CitizenChip chip,
            Recognised recognised,
            BusinessDay day,
            Instant at) {
        UUID id = identifications.add(device, recognised, day, at);
        consents.add(device, source, id, recognised.patient().id(), chip.consent());
        return id;
    }

    UUID add(Device device, Recognised recognised, BusinessDay day, Instant at) {
        return identifications.add(device, recognised, day, at);
    }
}
