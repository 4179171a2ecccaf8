package vn.tiepdon.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A patient's record for staff and for other systems, sensitive diagnoses included: who asks is written down by the
 * caller. Each call takes the same few queries however much it brings, and never brings more than {@link #MOST}.
 */
@Repository
public class ClinicalRecords {

    /** Of one kind, in one call. */
    public static final int MOST = 1000;

    private static final String VISITS = "select * from visit where facility_id = :facility and ";

    private static final String LATEST_FIRST = " order by on_day desc, visit_id desc limit :most";

    private static final String OBSERVATIONS = """
            select kind, measured, at, source_id from observation
            where facility_id = :facility and patient_id = :patient and kind in (:kinds)
            order by at desc, observation_id desc limit :most
            """;

    private final JdbcClient jdbc;
    private final VisitParts parts;

    ClinicalRecords(JdbcClient jdbc, VisitParts parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    public Optional<Visit> visit(FacilityId facility, long visitId) {
        return whole(facility, ask(facility, "visit_id = :visit").param("visit", visitId)).stream()
                .findFirst();
    }

    /** @param sourceId what another system calls it */
    public Optional<Visit> visitOfSource(FacilityId facility, String sourceId) {
        return visitsOfSources(facility, List.of(sourceId)).stream().findFirst();
    }

    /** In no order; those that are not known are missing. */
    public List<Visit> visitsOfSources(FacilityId facility, Collection<String> sourceIds) {
        if (sourceIds.isEmpty()) {
            return List.of();
        }
        return whole(
                facility,
                jdbc.sql("""
                        select v.* from unnest(cast(:sources as varchar(100) array)) as wanted(source_id)
                        join visit v on v.facility_id = :facility and v.source_id = wanted.source_id""")
                        .param("facility", facility.value())
                        .param("sources", sourceIds.stream().distinct().toArray(String[]::new)));
    }

    /** The latest first. */
    public List<Visit> visits(FacilityId facility, PatientId patient, int atMost) {
        return whole(
                facility,
                ask(facility, "patient_id = :patient" + LATEST_FIRST)
                        .param("patient", patient.value())
                        .param("most", Math.min(atMost, MOST)));
    }

    /** The latest first, of those before this visit; empty when it is not this patient's. */
    public List<Visit> visitsBefore(FacilityId facility, PatientId patient, long visitId, int atMost) {
        return whole(
                facility,
                ask(facility, """
                        patient_id = :patient and exists (select 1 from visit b
                            where b.facility_id = :facility and b.visit_id = :before and b.patient_id = :patient
                                and (visit.on_day < b.on_day
                                    or visit.on_day = b.on_day and visit.visit_id < b.visit_id))""" + LATEST_FIRST)
                        .param("patient", patient.value())
                        .param("before", visitId)
                        .param("most", Math.min(atMost, MOST)));
    }

    /** All of the hospital's, by their ids, which are given in the order of writing. */
    public List<Visit> visitsAfter(FacilityId facility, long visitId, int atMost) {
        return whole(
                facility,
                ask(facility, "visit_id > :after order by facility_id, visit_id limit :most")
                        .param("after", visitId)
                        .param("most", Math.min(atMost, MOST)));
    }

    /** Of any of these kinds, the latest first. */
    public List<Observed> observations(FacilityId facility, PatientId patient, Set<ObservationKind> kinds, int atMost) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(OBSERVATIONS)
                .param("facility", facility.value())
                .param("patient", patient.value())
                .param("kinds", kinds.stream().map(ObservationKind::name).toList())
                .param("most", Math.min(atMost, MOST))
                .query((row, n) -> VisitParts.observed(row))
                .list();
    }

    private JdbcClient.StatementSpec ask(FacilityId facility, String condition) {
        return jdbc.sql(VISITS + condition).param("facility", facility.value());
    }

    private List<Visit> whole(FacilityId facility, JdbcClient.StatementSpec query) {
        List<Bare> bare = query.query((row, n) -> bare(row)).list();
        Map<Long, VisitParts.Parts> of =
                parts.of(facility, bare.stream().map(it -> it.visit().id()).toList());
        return bare.stream().map(it -> it.with(of.get(it.visit().id()))).toList();
    }

    private static Bare bare(ResultSet row) throws SQLException {
        VisitDetails details = new VisitDetails(
                VisitKind.of(row.getString("kind")).orElse(VisitKind.OTHER),
                VisitParts.diagnosis(row),
                List.of(),
                VisitParts.instant(row, "arrived_at"),
                VisitParts.instant(row, "left_at"),
                Optional.ofNullable(row.getString("doctor")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("outcome", Integer.class)).flatMap(Outcome::of),
                Optional.ofNullable(row.getString("advice")),
                Optional.ofNullable(row.getObject("next_visit", LocalDate.class)),
                List.of(),
                List.of());
        return new Bare(new Visit(
                row.getLong("visit_id"),
                new PatientId(row.getLong("patient_id")),
                new ClinicId(row.getInt("clinic_id")),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getString("source_id")),
                details,
                row.getInt("version")));
    }

    /** A visit's own row. */
    private record Bare(Visit visit) {

        Visit with(VisitParts.Parts parts) {
            return new Visit(
                    visit.id(),
                    visit.patient(),
                    visit.clinic(),
                    visit.day(),
                    visit.sourceId(),
                    visit.details().with(parts.others(), parts.prescriptions(), parts.observations()),
                    visit.version());
        }
    }
}
