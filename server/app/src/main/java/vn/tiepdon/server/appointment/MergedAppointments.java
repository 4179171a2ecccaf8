package vn.tiepdon.server.appointment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.merge.PatientsMerged;
import vn.tiepdon.server.patient.merge.PatientsParted;
import vn.tiepdon.server.patient.merge.Row;

/** Says of an appointment that it was cancelled because two people are one, and that it stands again when they are two. */
@Component
class MergedAppointments {

    private final AppointmentRows rows;
    private final ApplicationEventPublisher publisher;

    MergedAppointments(AppointmentRows rows, ApplicationEventPublisher publisher) {
        this.rows = rows;
        this.publisher = publisher;
    }

    @EventListener
    public void merged(PatientsMerged event) {
        tell(event.facility(), event.decided(), AppointmentState.CANCELLED);
    }

    @EventListener
    public void parted(PatientsParted event) {
        tell(event.facility(), event.decided(), AppointmentState.BOOKED);
    }

    /** Of those whose state the merge has touched; what was changed since keeps that, and was told then. */
    private void tell(FacilityId facility, Map<String, List<Row>> decided, AppointmentState now) {
        decided.getOrDefault(AppointmentTables.TABLE, List.of()).stream()
                .filter(row -> row.get(AppointmentTables.STATE) != null)
                .flatMap(row ->
                        rows.find(facility, new AppointmentId(UUID.fromString(row.get(AppointmentTables.ID)))).stream())
                .filter(one -> one.state() == now)
                .forEach(one -> publisher.publishEvent(new AppointmentChanged(facility, one, false)));
    }
}
