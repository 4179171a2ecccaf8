package vn.tiepdon.server.checkin;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.queue.PriorityGround;

/** What patients may say of themselves at a kiosk, so that nobody is asked what does not concern them. */
final class Declarable {

    /** Between these ages, in years, somebody may be pregnant. */
    private static final int YOUNGEST = 12;

    private static final int OLDEST = 55;

    private Declarable() {}

    /** Nothing when the patient goes first by age already. */
    static Set<PriorityClaim> by(Patient patient, BusinessDay day) {
        if (PriorityGround.ofAge(patient.birthDate(), day).isPresent()) {
            return Set.of();
        }
        Set<PriorityClaim> claims = EnumSet.allOf(PriorityClaim.class);
        if (!mayBePregnant(patient, day.date())) {
            claims.remove(PriorityClaim.PREGNANT);
        }
        return claims;
    }

    private static boolean mayBePregnant(Patient patient, LocalDate today) {
        return patient.sex() != Sex.MALE
                && patient.birthDate().oldestOn(today) >= YOUNGEST
                && patient.birthDate().ageOn(today) <= OLDEST;
    }
}
