package vn.tiepdon.server.history;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.patient.merge.PatientsMerged;
import vn.tiepdon.server.patient.merge.PatientsParted;

/** Says further that records are not what they were, because two people became one or one became two. */
@Component
class MergedRecords {

    private final ApplicationEventPublisher publisher;

    MergedRecords(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(PatientsMerged event) {
        publisher.publishEvent(new MedicalDataChanged(event.facility(), event.kept()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void parted(PatientsParted event) {
        publisher.publishEvent(new MedicalDataChanged(event.facility(), event.kept()));
        publisher.publishEvent(new MedicalDataChanged(event.facility(), event.back()));
    }
}
