package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;

/** Allergies of which another system tells: they are added to what the desk has asked, and change nothing of it. */
@Component
public class AllergyIntake {

    private final EmergencyTables emergencies;
    private final ApplicationEventPublisher publisher;
    private final Facilities facilities;
    private final HospitalClock clock;

    AllergyIntake(
            EmergencyTables emergencies,
            ApplicationEventPublisher publisher,
            Facilities facilities,
            HospitalClock clock) {
        this.emergencies = emergencies;
        this.publisher = publisher;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * The caller writes down who told it.
     *
     * @return empty when the list is full, or the patient's card has no room for one more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<IntakeResult> add(FacilityId facility, PatientId patient, Allergy told) {
        Kept<EmergencyData> kept = emergencies.read(facility, patient);
        EmergencyData before = kept.value();
        if (before.allergies().stream().anyMatch(it -> it.substance().equalsIgnoreCase(told.substance()))) {
            return Optional.of(IntakeResult.SAME);
        }
        List<Allergy> allergies = new ArrayList<>(before.allergies());
        allergies.add(told);
        LocalDate today = clock.today(facilities.get(facility)).date();
        Kept<EmergencyData> next = new Kept<>(
                new EmergencyData(before.bloodGroup(), allergies, before.diagnoses(), before.contacts()),
                kept.known() ? kept.asOf() : today,
                kept.version() + 1);
        if (allergies.size() > EmergencyData.MOST_ALLERGIES
                || CardContent.emergency(next).isEmpty()) {
            return Optional.empty();
        }
        if (!emergencies.write(facility, patient, next)) {
            throw new OptimisticLockingFailureException("the desk was faster");
        }
        publisher.publishEvent(new MedicalDataChanged(facility, patient));
        return Optional.of(IntakeResult.NEW);
    }
}
