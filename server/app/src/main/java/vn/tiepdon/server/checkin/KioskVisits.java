package vn.tiepdon.server.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.queue.view.Queues;

/** What became of the visits that patients paid to kiosks. */
@Component
public class KioskVisits {

    private final Identifications identifications;
    private final CheckIns checkIns;
    private final Queues queues;

    KioskVisits(Identifications identifications, CheckIns checkIns, Queues queues) {
        this.identifications = identifications;
        this.checkIns = checkIns;
        this.queues = queues;
    }

    /** Whom this kiosk identified on this day. */
    public Optional<PatientId> patient(Device kiosk, UUID identification, BusinessDay day) {
        return Optional.ofNullable(identifications
                        .find(kiosk.facility(), List.of(identification))
                        .get(identification))
                .flatMap(trace -> trace.patientFor(kiosk, day));
    }

    /** The numbers that check-ins have got; one without an answer is not in the map. */
    public Map<UUID, TicketId> numbers(FacilityId facility, Collection<UUID> checkIns) {
        return this.checkIns.tickets(facility, checkIns);
    }

    /** Whether the patient has taken a number since, otherwise than by this check-in. */
    public boolean helpedSince(
            FacilityId facility, Optional<PatientId> patient, BusinessDay day, Instant at, Optional<UUID> checkIn) {
        Optional<TicketId> own = checkIn.flatMap(
                id -> Optional.ofNullable(numbers(facility, List.of(id)).get(id)));
        return patient.filter(who -> queues.openOf(facility, who, day).stream()
                        .anyMatch(it -> it.issuedAt().isAfter(at)
                                && own.filter(it.id()::equals).isEmpty()))
                .isPresent();
    }
}
