package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;

/**
 * Allergies, chronic illnesses and drugs in use of which another system tells: they are added to what the desk has asked,
 * and change nothing of it.
 */
@Component
public class FactIntake {

    private final EmergencyTables emergencies;
    private final MedicationTables medications;
    private final ApplicationEventPublisher publisher;
    private final Facilities facilities;
    private final HospitalClock clock;

    FactIntake(
            EmergencyTables emergencies,
            MedicationTables medications,
            ApplicationEventPublisher publisher,
            Facilities facilities,
            HospitalClock clock) {
        this.emergencies = emergencies;
        this.medications = medications;
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
    public Optional<IntakeResult> add(FacilityId facility, PatientId patient, IncomingFact told) {
        LocalDate today = clock.today(facilities.get(facility)).date();
        LocalDate asked = told.asked().filter(it -> !it.isAfter(today)).orElse(today);
        if (told instanceof IncomingFact.OfEmergency one) {
            Kept<EmergencyData> kept = emergencies.read(facility, patient);
            Optional<Kept<EmergencyData>> next = one.addedTo(kept.value()).map(it -> next(kept, it, asked));
            return write(facility, patient, emergencies, next, FactIntake::fits);
        }
        Kept<List<Drug>> kept = medications.read(facility, patient);
        Optional<Kept<List<Drug>>> next =
                ((IncomingFact.OfDrug) told).addedTo(kept, today).map(it -> next(kept, it, asked));
        return write(facility, patient, medications, next, FactIntake::drugsFit);
    }

    /** As old as the desk's answer; without one as old as what is told. */
    private static <T> Kept<T> next(Kept<T> kept, T value, LocalDate asked) {
        return new Kept<>(value, kept.known() ? kept.asOf() : asked, kept.version() + 1);
    }

    private <T> Optional<IntakeResult> write(
            FacilityId facility,
            PatientId patient,
            KeptTable<T> table,
            Optional<Kept<T>> next,
            Predicate<Kept<T>> fits) {
        if (next.isEmpty()) {
            return Optional.of(IntakeResult.SAME);
        }
        if (!fits.test(next.get())) {
            return Optional.empty();
        }
        if (!table.write(facility, patient, next.get())) {
            throw new OptimisticLockingFailureException("the desk was faster");
        }
        publisher.publishEvent(new MedicalDataChanged(facility, patient));
        return Optional.of(IntakeResult.NEW);
    }

    /** The card shows no sensitive illness, so that it alone cannot say how many there are. */
    private static boolean fits(Kept<EmergencyData> next) {
        return next.value().diagnoses().size() <= EmergencyData.MOST_DIAGNOSES
                && CardContent.emergency(next).isPresent();
    }

    private static boolean drugsFit(Kept<List<Drug>> next) {
        return CardContent.medication(next).isPresent();
    }
}
