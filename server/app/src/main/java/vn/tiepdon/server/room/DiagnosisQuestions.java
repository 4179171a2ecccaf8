package vn.tiepdon.server.room;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.ChronicProgrammes;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.DiagnosisChoices;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.staff.StaffMember;

/** Asks what a visit was about, and understands the answer. */
@Component
class DiagnosisQuestions {

    /** Among these the last prescription of this clinic is looked for. */
    private static final int LATEST_VISITS = 5;

    private final DiagnosisChoices choices;
    private final TypedDiagnosis typedDiagnosis;
    private final FindingsReader findings;
    private final ClinicalRecords records;
    private final ChronicProgrammes programmes;
    private final AfterVisit after;
    private final Facilities facilities;
    private final HospitalClock clock;

    DiagnosisQuestions(
            DiagnosisChoices choices,
            TypedDiagnosis typedDiagnosis,
            FindingsReader findings,
            ClinicalRecords records,
            ChronicProgrammes programmes,
            AfterVisit after,
            Facilities facilities,
            HospitalClock clock) {
        this.choices = choices;
        this.typedDiagnosis = typedDiagnosis;
        this.findings = findings;
        this.records = records;
        this.programmes = programmes;
        this.after = after;
        this.facilities = facilities;
        this.clock = clock;
    }

    /** @param problems why it is asked again; none the first time */
    Question ask(Room room, Ticket about, DiagnosisForm typed, FindingsForm more, List<Problem> problems) {
        List<Question.Next> nexts = Arrays.stream(NextVisit.values())
                .map(each -> new Question.Next(each, each.key(), day(room, about, each)))
                .toList();
        return new Question(
                Question.About.of(about, room),
                choices(room, about),
                nexts,
                lastDrugs(room, about),
                after.of(about.queue().facility()).stream().map(Clinic::name).toList(),
                typed,
                more,
                problems);
    }

    Said understand(StaffMember staff, Room room, Ticket about, DiagnosisForm form, FindingsForm more) {
        if (form.choice().equals(DiagnosisForm.NONE)) {
            return new Said.WithoutDiagnosis();
        }
        List<Problem> problems = new ArrayList<>();
        Optional<Diagnosis> diagnosis = typedDiagnosis.read(
                form.choice().isEmpty() ? form.code() : form.choice(), form.name(), choices(room, about), problems);
        Instant now = clock.now();
        Findings found = findings.read(more, about.queue().day().date(), now, problems);
        if (!problems.isEmpty()) {
            return new Said.Unclear(problems);
        }
        return new Said.Diagnosed(new VisitDetails(
                kind(room, about),
                diagnosis.orElseThrow(),
                found.othersBeside(diagnosis.get()),
                Optional.of(about.issuedAt()),
                Optional.of(about.endedAt().orElse(now)),
                Optional.of(staff.login()),
                found.reason(),
                Optional.empty(),
                found.advice(),
                next(room, about, form),
                found.prescriptions(),
                found.observations()));
    }

    /** A day on which the clinic opens. */
    private Optional<LocalDate> next(Room room, Ticket about, DiagnosisForm form) {
        return NextVisit.named(form.next()).map(each -> day(room, about, each));
    }

    private VisitKind kind(Room room, Ticket about) {
        return programmes.of(about.queue().facility(), about.patient()).stream()
                        .anyMatch(it -> it.clinic().equals(room.clinic()))
                ? VisitKind.CHRONIC_DRUGS
                : VisitKind.EXAMINATION;
    }

    private List<Diagnosis> choices(Room room, Ticket about) {
        return choices.of(about.queue().facility(), about.patient(), room.clinic());
    }

    /** As it would be typed again; empty when there is none to repeat. A drug can betray an illness: see the choices. */
    private String lastDrugs(Room room, Ticket about) {
        List<Prescribed> last = records.visits(about.queue().facility(), about.patient(), LATEST_VISITS).stream()
                .filter(it -> it.clinic().equals(room.clinic()) && !it.details().sensitive())
                .map(it -> it.details().prescriptions())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
        return DrugLines.written(last);
    }

    private LocalDate day(Room room, Ticket about, NextVisit visit) {
        FacilityId facility = about.queue().facility();
        Clinic clinic = facilities.clinic(facility, room.clinic()).orElseThrow();
        return facilities.openDay(
                facility, clinic, visit.after(about.queue().day().date()));
    }
}
