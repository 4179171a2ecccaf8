package vn.tiepdon.server.exchange.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.AppointmentChanged;
import vn.tiepdon.server.checkin.PatientsCheckedIn;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientsAmended;
import vn.tiepdon.server.patient.merge.PatientsMerged;
import vn.tiepdon.server.patient.merge.PatientsParted;
import vn.tiepdon.server.queue.Ticket;

/**
 * Writes what happens here down for those who are told, in the transaction in which it happens and as its last step: the
 * receiver's row stays locked until the commit, and that alone makes the order of its messages the order of the commits.
 */
@Component
class Happenings {

    private static final int FIRST = 0;

    private final Outbox outbox;
    private final Partners partners;
    private final PatientDirectory directory;
    private final Facilities facilities;
    /** The library is loaded by the first thing that somebody is told. */
    private MessageMaker maker;

    Happenings(Outbox outbox, Partners partners, PatientDirectory directory, Facilities facilities) {
        this.outbox = outbox;
        this.partners = partners;
        this.directory = directory;
        this.facilities = facilities;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void checkedIn(PatientsCheckedIn event) {
        if (nobodyIsTold(event.facility())) {
            return;
        }
        Map<PatientId, PatientDetails> people = people(
                event.facility(), event.tickets().stream().map(Ticket::patient).toList());
        List<Draft> drafts = new ArrayList<>();
        for (Ticket ticket : event.tickets()) {
            PatientDetails patient = people.get(ticket.patient());
            clinic(event.facility(), ticket.queue().clinic())
                    .filter(clinic -> patient != null)
                    .ifPresent(clinic -> drafts.add(maker().arrived(patient, ticket, clinic)));
        }
        outbox.add(event.facility(), drafts);
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void amended(PatientsAmended event) {
        if (!nobodyIsTold(event.facility())) {
            outbox.add(
                    event.facility(),
                    people(event.facility(), event.patients()).values().stream()
                            .map(maker()::amended)
                            .toList());
        }
    }

    /** Before what follows from it, such as an appointment that is cancelled. */
    @Order(FIRST)
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void merged(PatientsMerged event) {
        if (!nobodyIsTold(event.facility())) {
            outbox.add(
                    event.facility(),
                    people(event.facility(), List.of(event.kept())).values().stream()
                            .map(kept -> maker().merged(kept, event.numbers()))
                            .toList());
        }
    }

    @Order(FIRST)
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void parted(PatientsParted event) {
        if (nobodyIsTold(event.facility())) {
            return;
        }
        Map<PatientId, PatientDetails> people = people(event.facility(), List.of(event.kept(), event.back()));
        PatientDetails kept = people.get(event.kept());
        PatientDetails back = people.get(event.back());
        outbox.add(event.facility(), List.of(maker().parted(kept, back), maker().amended(kept), maker().amended(back)));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void appointment(AppointmentChanged event) {
        Optional<String> trigger = trigger(event);
        if (trigger.isEmpty() || nobodyIsTold(event.facility())) {
            return;
        }
        Appointment one = event.appointment();
        PatientDetails patient =
                people(event.facility(), List.of(one.patient())).get(one.patient());
        clinic(event.facility(), one.clinic())
                .filter(clinic -> patient != null)
                .ifPresent(clinic -> outbox.add(
                        event.facility(), List.of(maker().appointment(trigger.get(), one, patient, clinic))));
    }

    private static Optional<String> trigger(AppointmentChanged event) {
        return switch (event.appointment().state()) {
            case BOOKED -> Optional.of(event.moved() ? "S13" : "S12");
            case CANCELLED -> Optional.of("S15");
            case NO_SHOW -> Optional.of("S26");
            // The check-in tells of who has come.
            case ARRIVED, FULFILLED -> Optional.empty();
        };
    }

    private boolean nobodyIsTold(FacilityId facility) {
        return partners.told(facility).isEmpty();
    }

    private Map<PatientId, PatientDetails> people(FacilityId facility, List<PatientId> ids) {
        return directory.details(facility, ids.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(it -> it.patient().id(), Function.identity()));
    }

    private Optional<Clinic> clinic(FacilityId facility, ClinicId clinic) {
        return facilities.clinic(facility, clinic);
    }

    private synchronized MessageMaker maker() {
        if (maker == null) {
            maker = new MessageMaker();
        }
        return maker;
    }
}
