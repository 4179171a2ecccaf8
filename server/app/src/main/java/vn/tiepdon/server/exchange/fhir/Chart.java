package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.EmergencyData;
import vn.tiepdon.server.history.Kept;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.history.ProgrammeMembership;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientId;

/**
 * All that is told of one patient.
 *
 * @param visits the latest first
 * @param measured the latest first; those of visits too
 * @param appointments the latest first
 * @param replaced who was merged into this patient
 * @param today of the hospital
 */
record Chart(
        Facility facility,
        PatientDetails patient,
        List<Visit> visits,
        List<Observed> measured,
        Kept<EmergencyData> emergency,
        Kept<List<Drug>> medication,
        List<PersonalTarget> targets,
        List<ProgrammeMembership> programmes,
        List<Appointed> appointments,
        List<PatientId> replaced,
        Changes changes,
        LocalDate today) {

    long id() {
        return patient.patient().id().value();
    }

    /** The same patient with a single visit. */
    Chart only(Visit visit) {
        return new Chart(
                facility,
                patient,
                List.of(visit),
                List.of(),
                emergency,
                medication,
                List.of(),
                List.of(),
                List.of(),
                replaced,
                changes,
                today);
    }

    /** What was measured on no visit that is known here. */
    Stream<Observed> loose() {
        Set<Observed> onVisits = new HashSet<>();
        visits.forEach(visit -> onVisits.addAll(visit.details().observations()));
        return measured.stream().filter(it -> !onVisits.contains(it));
    }

    @Override
    public String toString() {
        return "Chart[" + id() + "]";
    }
}
