package vn.tiepdon.server.room;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;

/** From what was typed into a correction to what the visit is to say; what the page does not show stays as it was. */
@Component
class Corrections {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Period FARTHEST = Period.ofYears(2);

    private final TypedDiagnosis typedDiagnosis;
    private final FindingsReader findings;
    private final HospitalClock clock;

    Corrections(TypedDiagnosis typedDiagnosis, FindingsReader findings, HospitalClock clock) {
        this.typedDiagnosis = typedDiagnosis;
        this.findings = findings;
        this.clock = clock;
    }

    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** Empty when there are problems, at least one. */
    Optional<VisitDetails> read(Visit visit, CorrectionForm form, FindingsForm more, List<Problem> problems) {
        VisitDetails before = visit.details();
        List<Diagnosis> known = Stream.concat(Stream.of(before.diagnosis()), before.others().stream())
                .toList();
        Optional<Diagnosis> diagnosis = typedDiagnosis.read(form.code(), form.name(), known, problems);
        Findings found = findings.read(more, visit.day(), measuredAt(before), before, problems);
        Optional<LocalDate> next = next(form.next(), visit.day(), problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        List<Observed> observed = new ArrayList<>(found.observations());
        before.observations().stream()
                .filter(it -> it.sourceId().isPresent() || !FindingsReader.reads(it.kind()))
                .forEach(observed::add);
        return Optional.of(new VisitDetails(
                before.kind(),
                diagnosis.orElseThrow(),
                found.othersBeside(diagnosis.get()),
                before.arrived(),
                before.left(),
                before.doctor(),
                found.reason(),
                before.outcome(),
                found.advice(),
                next,
                found.prescriptions(),
                observed));
    }

    private Instant measuredAt(VisitDetails before) {
        return before.observations().stream()
                .filter(it -> it.sourceId().isEmpty())
                .map(Observed::at)
                .findFirst()
                .or(before::left)
                .orElseGet(clock::now);
    }

    private static Optional<LocalDate> next(String typed, LocalDate visited, List<Problem> problems) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed, TYPED);
            if (day.isAfter(visited) && !day.isAfter(visited.plus(FARTHEST))) {
                return Optional.of(day);
            }
        } catch (DateTimeException notADay) {
            problems.add(Problem.of("next", "record.problem.next"));
            return Optional.empty();
        }
        problems.add(Problem.of("next", "record.problem.next"));
        return Optional.empty();
    }
}
