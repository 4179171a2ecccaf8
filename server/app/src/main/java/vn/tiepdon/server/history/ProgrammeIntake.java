package vn.tiepdon.server.history;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;

/** Places in chronic programmes of which another system tells. */
@Component
public class ProgrammeIntake {

    private final ChronicProgrammes programmes;
    private final Facilities facilities;
    private final HospitalClock clock;

    ProgrammeIntake(ChronicProgrammes programmes, Facilities facilities, HospitalClock clock) {
        this.programmes = programmes;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * Of somebody who is in the programme already only a later day is taken, as visits tell it: in the same clinic, and
     * not one that is over. The caller writes down who told it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IntakeResult add(FacilityId facility, PatientId patient, ProgrammeMembership told) {
        boolean known = programmes.of(facility, patient).stream().anyMatch(it -> it.programme() == told.programme());
        if (!known) {
            programmes.join(facility, patient, told);
            return IntakeResult.NEW;
        }
        LocalDate today = clock.today(facilities.get(facility)).date();
        boolean later = told.due().filter(it -> !it.isBefore(today)).isPresent()
                && programmes.postpone(facility, patient, told);
        return later ? IntakeResult.CHANGED : IntakeResult.SAME;
    }
}
