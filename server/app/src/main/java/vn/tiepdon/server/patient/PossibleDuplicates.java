package vn.tiepdon.server.patient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.likeness.Likeness;
import vn.tiepdon.server.patient.merge.PatientsMerged;
import vn.tiepdon.server.patient.merge.PatientsParted;
import vn.tiepdon.server.staff.StaffMember;

/** Who may have been entered twice, for the desk to look at and decide. */
@Service
public class PossibleDuplicates {

    private static final int FEW = 5;

    private final DuplicateRows rows;
    private final PatientDirectory directory;
    private final People people;
    private final Amendments amendments;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    PossibleDuplicates(
            DuplicateRows rows,
            PatientDirectory directory,
            People people,
            Amendments amendments,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.rows = rows;
        this.directory = directory;
        this.people = people;
        this.amendments = amendments;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** The likeliest that nobody has decided on. */
    public Optional<PossiblePair> next(FacilityId facility, int skip) {
        return rows.open(facility, skip, 1).stream()
                .findFirst()
                .flatMap(pair -> compare(facility, pair.first(), pair.second()));
    }

    /** @return not more than this many */
    public int count(FacilityId facility, int atMost) {
        return rows.count(facility, atMost);
    }

    /** Those of one patient, a few. */
    public List<PossiblePair> of(FacilityId facility, PatientId patient) {
        return rows.openOf(facility, patient, FEW).stream()
                .flatMap(pair -> compare(facility, pair.first(), pair.second()).stream())
                .toList();
    }

    /** Any two who are there. */
    public Optional<PossiblePair> compare(FacilityId facility, PatientId one, PatientId other) {
        Map<PatientId, Known> known = people.byId(facility, List.of(one, other));
        if (known.size() < 2) {
            return Optional.empty();
        }
        Map<PatientId, PatientDetails> details = directory.details(facility, known.keySet()).stream()
                .collect(Collectors.toMap(each -> each.patient().id(), Function.identity()));
        Likeness likeness =
                Likeness.of(known.get(one).features(), known.get(other).features());
        return Optional.of(new PossiblePair(
                details.get(one),
                details.get(other),
                likeness.score(),
                likeness.evidence(),
                visits(facility, one) >= visits(facility, other)));
    }

    /** They are not asked about again. */
    @Transactional
    public void different(StaffMember by, String source, PatientId one, PatientId other) {
        rows.decide(by.facility(), Pair.of(one, other, 0), false, by.login());
        String object = "patient " + one.value() + " and " + other.value();
        audit.append(new AuditEntry(by.facility(), by.login(), source, "patient.different", object, "ok"));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(PatientsMerged event) {
        rows.decide(event.facility(), Pair.of(event.kept(), event.gone(), 1), true, "merge " + event.merge());
        amendments.noteAlike(event.facility(), event.kept());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void parted(PatientsParted event) {
        rows.decide(event.facility(), Pair.of(event.kept(), event.back(), 0), false, "merge " + event.merge());
    }

    /** Visits, not more than needed to tell which file is fuller. */
    private int visits(FacilityId facility, PatientId patient) {
        return jdbc.sql("""
                select count(*) from (select visit_id from visit
                    where facility_id = :facility and patient_id = :patient limit 1000) few""")
                .param("facility", facility.value())
                .param("patient", patient.value())
                .query(Integer.class)
                .single();
    }
}
