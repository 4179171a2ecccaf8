package vn.tiepdon.server.history;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Observations on their way into the database. One that has an id of its source belongs to whoever told it last. */
@Repository
class ObservationRows {

    private static final int BATCH = 500;

    private static final String INSERT = """
            insert into observation (facility_id, observation_id, patient_id, visit_id, kind, measured, at, source_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OF_SOURCES = """
            select o.patient_id, o.visit_id, o.kind, o.measured, o.at, o.source_id
            from unnest(cast(:sources as varchar(140) array)) as wanted(source_id)
            join observation o on o.facility_id = :facility and o.source_id = wanted.source_id
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final RecordIds ids;

    ObservationRows(JdbcTemplate jdbc, JdbcClient client, RecordIds ids) {
        this.jdbc = jdbc;
        this.client = client;
        this.ids = ids;
    }

    /** One row; {@code visit} may be missing. */
    record Row(PatientId patient, Optional<Long> visit, Observed observed) {}

    /** @param told ids of sources that were told before, of any visit or of none */
    void insertOfVisits(FacilityId facility, Collection<Visit> visits, Set<String> told) {
        List<Row> rows = new ArrayList<>();
        for (Visit visit : visits) {
            for (Observed one : visit.details().observations()) {
                rows.add(new Row(visit.patient(), Optional.of(visit.id()), one));
            }
        }
        write(facility, rows, told);
    }

    /**
     * Of two with the same id of their source the later one stays.
     *
     * @param told ids of sources that were told before
     */
    void write(FacilityId facility, List<Row> rows, Set<String> told) {
        Map<String, Row> sourced = new HashMap<>();
        rows.forEach(row -> row.observed().sourceId().ifPresent(source -> sourced.put(source, row)));
        List<Object[]> replaced = sourced.keySet().stream()
                .filter(told::contains)
                .map(source -> new Object[] {facility.value(), source})
                .toList();
        if (!replaced.isEmpty()) {
            jdbc.batchUpdate("delete from observation where facility_id = ? and source_id = ?", replaced);
        }
        List<Row> written = rows.stream()
                .filter(row -> row.observed()
                        .sourceId()
                        .map(source -> sourced.get(source) == row)
                        .orElse(true))
                .toList();
        jdbc.batchUpdate(INSERT, written, BATCH, (statement, row) -> {
            statement.setInt(1, facility.value());
            statement.setLong(2, ids.next());
            statement.setLong(3, row.patient().value());
            statement.setObject(4, row.visit().orElse(null), Types.BIGINT);
            statement.setString(5, row.observed().kind().name());
            statement.setBigDecimal(6, row.observed().value());
            statement.setObject(7, row.observed().at().atOffset(ZoneOffset.UTC));
            statement.setString(8, row.observed().sourceId().orElse(null));
        });
    }

    /** By their sources' ids; those that are not known are missing. */
    Map<String, Row> ofSources(FacilityId facility, Collection<String> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Map<String, Row> known = new HashMap<>();
        client.sql(OF_SOURCES)
                .param("facility", facility.value())
                .param("sources", sources.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    Row one = new Row(
                            new PatientId(row.getLong("patient_id")),
                            Optional.ofNullable(row.getObject("visit_id", Long.class)),
                            VisitParts.observed(row));
                    known.put(row.getString("source_id"), one);
                });
        return known;
    }
}
