package vn.tiepdon.server.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/**
 * Takes in what other systems tell, in the caller's transaction and in batches; telling it twice changes nothing. The
 * caller writes down who told it. Two that tell of the same new visit at the same instant clash: one of them gets a
 * {@link org.springframework.dao.DataAccessException}, has its transaction undone and tells again.
 */
@Service
public class ClinicalIntake {

    private static final int ROUND = 500;

    private static final String DUE = """
            update chronic_programme set next_due = ?
            where facility_id = ? and patient_id = ? and clinic_id = ? and (next_due is null or next_due < ?)""";

    private final ClinicalRecords records;
    private final VisitRowsWriter writer;
    private final ObservationRows observations;
    private final RecordIds ids;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher publisher;
    private final Facilities facilities;
    private final HospitalClock clock;

    ClinicalIntake(
            ClinicalRecords records,
            VisitRowsWriter writer,
            ObservationRows observations,
            RecordIds ids,
            JdbcTemplate jdbc,
            ApplicationEventPublisher publisher,
            Facilities facilities,
            HospitalClock clock) {
        this.records = records;
        this.writer = writer;
        this.observations = observations;
        this.ids = ids;
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * A visit that was told in other words before is replaced whole, with its diagnoses, drugs and those observations
     * that have no id of their own; its version rises.
     *
     * @return for each visit what became of it, in their order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<IntakeResult> write(FacilityId facility, List<IncomingVisit> visits) {
        List<IntakeResult> results = new ArrayList<>(visits.size());
        for (List<IncomingVisit> round : rounds(visits, IncomingVisit::sourceId)) {
            results.addAll(writeRound(facility, round));
        }
        return results;
    }

    /** The same for what is measured and told by itself, each by the id of its source. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<IntakeResult> writeObservations(FacilityId facility, List<IncomingObservation> told) {
        List<IntakeResult> results = new ArrayList<>(told.size());
        for (List<IncomingObservation> round : rounds(told, ClinicalIntake::source)) {
            Map<String, ObservationRows.Row> known = observations.ofSources(
                    facility, round.stream().map(ClinicalIntake::source).toList());
            List<ObservationRows.Row> written = new ArrayList<>();
            for (IncomingObservation one : round) {
                ObservationRows.Row row = new ObservationRows.Row(one.patient(), one.visit(), one.observed());
                IntakeResult result = compare(known.get(source(one)), row);
                results.add(result);
                if (result != IntakeResult.SAME) {
                    written.add(row);
                }
            }
            observations.write(facility, written, known.keySet());
        }
        return results;
    }

    private static String source(IncomingObservation one) {
        return one.observed().sourceId().orElseThrow();
    }

    private static IntakeResult compare(Object before, Object now) {
        if (before == null) {
            return IntakeResult.NEW;
        }
        return before.equals(now) ? IntakeResult.SAME : IntakeResult.CHANGED;
    }

    private List<IntakeResult> writeRound(FacilityId facility, List<IncomingVisit> round) {
        Map<String, Visit> known = new HashMap<>();
        records.visitsOfSources(
                        facility, round.stream().map(IncomingVisit::sourceId).toList())
                .forEach(it -> known.put(it.sourceId().orElseThrow(), it));
        Map<String, ObservationRows.Row> told = observations.ofSources(facility, sourcesOfObservations(round));
        List<IntakeResult> results = new ArrayList<>(round.size());
        List<Visit> fresh = new ArrayList<>();
        List<Visit> changed = new ArrayList<>();
        for (IncomingVisit one : round) {
            Visit before = known.get(one.sourceId());
            if (before == null) {
                results.add(IntakeResult.NEW);
                fresh.add(visit(ids.next(), one, 1));
            } else if (same(before, one, told)) {
                results.add(IntakeResult.SAME);
            } else {
                results.add(IntakeResult.CHANGED);
                changed.add(visit(before.id(), one, before.version() + 1));
            }
        }
        writer.insert(facility, fresh, told.keySet());
        if (!writer.replace(facility, changed, told.keySet())) {
            throw new OptimisticLockingFailureException("a visit was changed meanwhile");
        }
        tell(facility, Stream.concat(fresh.stream(), changed.stream()).toList());
        return results;
    }

    private static Visit visit(long id, IncomingVisit told, int version) {
        return new Visit(
                id, told.patient(), told.clinic(), told.day(), Optional.of(told.sourceId()), told.details(), version);
    }

    private static boolean same(Visit before, IncomingVisit now, Map<String, ObservationRows.Row> told) {
        return before.patient().equals(now.patient())
                && before.clinic().equals(now.clinic())
                && before.day().equals(now.day())
                && ofItself(before.details()).equals(ofItself(now.details()))
                && sourced(now).allMatch(it -> new ObservationRows.Row(now.patient(), Optional.of(before.id()), it)
                        .equals(told.get(it.sourceId().orElseThrow())));
    }

    /** Without the observations that are told by themselves. */
    private static VisitDetails ofItself(VisitDetails details) {
        return details.with(
                details.others(),
                details.prescriptions(),
                details.observations().stream()
                        .filter(it -> it.sourceId().isEmpty())
                        .toList());
    }

    private static Stream<Observed> sourced(IncomingVisit visit) {
        return visit.details().observations().stream()
                .filter(it -> it.sourceId().isPresent());
    }

    private static Set<String> sourcesOfObservations(List<IncomingVisit> visits) {
        Set<String> sources = new HashSet<>();
        visits.forEach(
                visit -> sourced(visit).forEach(it -> sources.add(it.sourceId().orElseThrow())));
        return sources;
    }

    private void tell(FacilityId facility, List<Visit> written) {
        LocalDate today = clock.today(facilities.get(facility)).date();
        List<Object[]> due = written.stream()
                .filter(it -> it.details()
                        .next()
                        .filter(next -> !next.isBefore(today))
                        .isPresent())
                .map(it -> {
                    LocalDate next = it.details().next().orElseThrow();
                    return new Object[] {
                        next,
                        facility.value(),
                        it.patient().value(),
                        it.clinic().value(),
                        next
                    };
                })
                .toList();
        if (!due.isEmpty()) {
            jdbc.batchUpdate(DUE, due);
        }
        List<VisitRecorded> shown = written.stream()
                .filter(it -> !it.details().diagnosis().sensitive())
                .map(it -> new VisitRecorded(facility, it.patient(), it.id()))
                .toList();
        if (!shown.isEmpty()) {
            publisher.publishEvent(new VisitsTakenIn(facility, shown));
        }
    }

    /** Parts that are short and in which no id occurs twice, in the order of what was told. */
    private static <T> List<List<T>> rounds(List<T> told, Function<T, String> id) {
        List<List<T>> rounds = new ArrayList<>();
        Map<String, T> round = new LinkedHashMap<>();
        for (T one : told) {
            if (round.size() == ROUND || round.containsKey(Objects.requireNonNull(id.apply(one)))) {
                rounds.add(List.copyOf(round.values()));
                round.clear();
            }
            round.put(id.apply(one), one);
        }
        if (!round.isEmpty()) {
            rounds.add(List.copyOf(round.values()));
        }
        return rounds;
    }
}
