package vn.tiepdon.server.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityId;

/** Writes appointments, each with its version's place in the history and its entry in the audit. */
@Component
class AppointmentLog {

    private final AppointmentVersions versions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;

    AppointmentLog(AppointmentVersions versions, AuditTrail audit, ApplicationEventPublisher publisher) {
        this.versions = versions;
        this.audit = audit;
        this.publisher = publisher;
    }

    void add(FacilityId facility, Appointment one, Actor by, Instant at) {
        versions.insert(facility, one, by, at);
        audit.append(entry(facility, one, "appointment.book", by));
        publisher.publishEvent(new AppointmentChanged(facility, one, false));
    }

    void move(FacilityId facility, Appointment one, Actor by, Instant at) {
        versions.update(facility, Map.of(one, by), at);
        audit.append(entry(facility, one, "appointment.move", by));
        publisher.publishEvent(new AppointmentChanged(facility, one, true));
    }

    void change(FacilityId facility, Appointment one, Actor by, Instant at) {
        change(facility, Map.of(one, by), at);
    }

    /** The next states of many, in as many messages as for one. */
    void change(FacilityId facility, Map<Appointment, Actor> changed, Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        versions.update(facility, new LinkedHashMap<>(changed), at);
        List<AuditEntry> entries = new ArrayList<>();
        changed.forEach((one, by) -> entries.add(
                entry(facility, one, "appointment." + one.state().name().toLowerCase(Locale.ROOT), by)));
        audit.append(entries);
        changed.keySet().forEach(one -> publisher.publishEvent(new AppointmentChanged(facility, one, false)));
    }

    private static AuditEntry entry(FacilityId facility, Appointment one, String action, Actor by) {
        return new AuditEntry(facility, by.name(), by.source(), action, "appointment " + one.id(), "ok");
    }
}
