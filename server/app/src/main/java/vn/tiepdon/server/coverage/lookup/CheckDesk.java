package vn.tiepdon.server.coverage.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.Patients;

/** What reception must know of a day's questions: those without an answer, and answers that came later. */
@Component
public class CheckDesk {

    private static final int SHOWN = 200;
    private static final int EARLIER = 10;
    private static final int ANSWERS = 200;

    private final CheckTable checks;
    private final Patients patients;
    private final HospitalClock clock;

    CheckDesk(CheckTable checks, Patients patients, HospitalClock clock) {
        this.checks = checks;
        this.patients = patients;
        this.clock = clock;
    }

    /**
     * @param name of the patient
     * @param code the hospital's, null when it gave none
     * @param changed whether it was answered after the patient had been told otherwise
     * @param says what reception does
     * @param technician what is broken, when something is
     */
    public record Line(
            UUID id,
            String name,
            String code,
            boolean answered,
            boolean changed,
            String says,
            String technician,
            Instant askedAt) {}

    public List<Line> open(FacilityId facility, LocalDate day, Locale locale) {
        List<CoverageCheck> open = checks.open(facility, day, SHOWN);
        Map<PatientId, Patient> known = patients.find(
                facility, open.stream().map(CoverageCheck::patient).toList());
        return open.stream()
                .map(check -> line(check, known.get(check.patient()), locale))
                .toList();
    }

    /** So many wait for somebody to look; counted no further than are shown. */
    public int openOn(FacilityId facility, LocalDate day) {
        return checks.open(facility, day, SHOWN).size();
    }

    /** Why there was no answer while patients of the day waited. */
    public List<NotAtOnce> notAtOnce(FacilityId facility, LocalDate day) {
        return checks.notAtOnce(facility, day);
    }

    /** What is known of a patient's day: an answer rather than none, and of several the latest. */
    public Optional<CoverageCheck> latest(FacilityId facility, PatientId patient, LocalDate day) {
        return checks.of(facility, patient, day).stream()
                .min(Comparator.comparing((CoverageCheck check) -> check.state() != CheckState.ANSWERED));
    }

    /** The questions of the days before, the latest first. */
    public List<CoverageCheck> earlier(FacilityId facility, PatientId patient, LocalDate day) {
        return checks.before(facility, patient, day, EARLIER);
    }

    /** What a question was answered, each time that it was answered otherwise than before; the latest first. */
    public List<CheckChange> changes(CoverageCheck check) {
        List<CheckChange> all = checks.answers(check.facility(), check.id(), ANSWERS);
        List<CheckChange> changes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean same = i + 1 < all.size()
                    && all.get(i + 1).result().code().equals(all.get(i).result().code());
            if (!same) {
                changes.add(all.get(i));
            }
        }
        return changes;
    }

    @Transactional
    public void seen(FacilityId facility, UUID id, String by) {
        checks.seen(facility, id, by, clock.now());
    }

    /** Asked anew in the background, with the patient's name as it is now. */
    @Transactional
    public void again(FacilityId facility, UUID id) {
        checks.again(facility, id, clock.now());
    }

    /** @param patient null when the register knows them no more */
    private static Line line(CoverageCheck check, Patient patient, Locale locale) {
        boolean answered = check.state() == CheckState.ANSWERED;
        return new Line(
                check.id(),
                patient == null ? "" : patient.fullName(),
                patient == null ? null : patient.hospitalCode(),
                answered,
                answered && check.told() != check.outcome(),
                check.result().reception().in(locale),
                answered ? "" : check.result().technician().in(locale),
                check.askedAt());
    }
}
