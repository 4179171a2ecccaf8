package vn.tiepdon.server.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.FacilityId;

/** What belongs to visits beside their own row: one query for each kind of it, however many visits there are. */
@Repository
class VisitParts {

    private static final String OF_VISITS = """
            select p.* from unnest(cast(:visits as bigint array)) as wanted(visit_id)
            join %s p on p.facility_id = :facility and p.visit_id = wanted.visit_id order by p.visit_id, p.%s""";

    private final JdbcClient jdbc;

    VisitParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param others beside the main diagnosis */
    record Parts(List<Diagnosis> others, List<Prescribed> prescriptions, List<Observed> observations) {

        static final Parts NONE = new Parts(List.of(), List.of(), List.of());
    }

    Map<Long, Parts> of(FacilityId facility, Collection<Long> visits) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Diagnosis>> others = read("visit_diagnosis", "item", facility, visits, VisitParts::diagnosis);
        Map<Long, List<Prescribed>> drugs = read("prescription", "item", facility, visits, VisitParts::prescribed);
        Map<Long, List<Observed>> measured =
                read("observation", "observation_id", facility, visits, VisitParts::observed);
        Map<Long, Parts> parts = new HashMap<>();
        for (Long visit : visits) {
            parts.put(
                    visit,
                    new Parts(
                            others.getOrDefault(visit, List.of()),
                            drugs.getOrDefault(visit, List.of()),
                            measured.getOrDefault(visit, List.of())));
        }
        return parts;
    }

    private <T> Map<Long, List<T>> read(
            String table, String order, FacilityId facility, Collection<Long> visits, Reading<T> reading) {
        Map<Long, List<T>> read = new HashMap<>();
        jdbc.sql(OF_VISITS.formatted(table, order))
                .param("facility", facility.value())
                .param("visits", visits.stream().distinct().toArray(Long[]::new))
                .query(row -> {
                    read.computeIfAbsent(row.getLong("visit_id"), it -> new ArrayList<>())
                            .add(reading.of(row));
                });
        return read;
    }

    static Diagnosis diagnosis(ResultSet row) throws SQLException {
        return new Diagnosis(
                Icd10.parse(row.getString("diagnosis_code")).orElseThrow(),
                new Text(row.getString("diagnosis_vi"), row.getString("diagnosis_en")));
    }

    private static Prescribed prescribed(ResultSet row) throws SQLException {
        return new Prescribed(
                Optional.ofNullable(row.getString("drug_code")),
                row.getString("drug"),
                Optional.ofNullable(row.getString("route")),
                row.getString("dosage"),
                Optional.ofNullable(row.getBigDecimal("quantity")),
                Optional.ofNullable(row.getString("unit")),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("days", Integer.class)));
    }

    static Observed observed(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal("measured");
        return new Observed(
                ObservationKind.valueOf(row.getString("kind")),
                value,
                instant(row, "at").orElseThrow(),
                Optional.ofNullable(row.getString("source_id")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
