package vn.tiepdon.server.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.likeness.Features;

/** Reads people for comparing, many at once and each way by an index. */
@Repository
class People {

    /** So many who fit a key are compared at most: more are nobody's duplicates but a clerk's habit. */
    private static final int MOST = 20_000;

    private static final String SELECT = """
            select patient_id, full_name, birth_date, sex, telephone, address is null as no_address
            from unnest(cast(:wanted as %s array)) as wanted(wanted)
            join patient on facility_id = :facility and %s = wanted.wanted limit :most""";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom these numbers name or named. */
    List<Holder> holders(FacilityId facility, Map<IdentifierKind, Set<String>> numbers) {
        return numbers.entrySet().stream()
                .filter(wanted -> !wanted.getValue().isEmpty())
                .flatMap(wanted -> holders(facility, wanted.getKey(), wanted.getValue()).stream())
                .toList();
    }

    private List<Holder> holders(FacilityId facility, IdentifierKind kind, Set<String> values) {
        return jdbc.sql("""
                select i.id_value, i.patient_id, i.current_value
                from unnest(cast(:values as varchar(40) array)) as wanted(id_value)
                join patient_identifier i on i.facility_id = :facility and i.kind = :kind
                    and i.id_value = wanted.id_value""")
                .param("facility", facility.value())
                .param("kind", kind.name())
                .param("values", values.toArray(String[]::new))
                .query((row, n) -> new Holder(
                        kind,
                        row.getString("id_value"),
                        new PatientId(row.getLong("patient_id")),
                        row.getString("current_value") != null))
                .list();
    }

    Map<PatientId, Known> byId(FacilityId facility, Collection<PatientId> ids) {
        return ids.isEmpty()
                ? new LinkedHashMap<>()
                : read(facility, "bigint", "patient_id", values(ids).toArray(Long[]::new));
    }

    Map<PatientId, Known> byMatchKey(FacilityId facility, Set<String> keys) {
        return keys.isEmpty()
                ? new LinkedHashMap<>()
                : read(facility, "varchar(270)", "match_key", keys.toArray(String[]::new));
    }

    /** Of whole birth dates only: half a hospital is born in a year. */
    Map<PatientId, Known> byBirthDate(FacilityId facility, Set<String> days) {
        return days.isEmpty()
                ? new LinkedHashMap<>()
                : read(facility, "varchar(10)", "birth_date", days.toArray(String[]::new));
    }

    private Map<PatientId, Known> read(FacilityId facility, String type, String column, Object[] wanted) {
        List<Row> rows = jdbc.sql(SELECT.formatted(type, column))
                .param("facility", facility.value())
                .param("wanted", wanted)
                .param("most", MOST)
                .query(People::row)
                .list();
        Map<Long, Map<IdentifierKind, Set<String>>> numbers = new HashMap<>();
        Map<Long, Map<IdentifierKind, String>> inForce = new HashMap<>();
        if (!rows.isEmpty()) {
            identifiers(facility, rows, numbers, inForce);
        }
        Map<PatientId, Known> people = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<IdentifierKind, Set<String>> all = numbers.computeIfAbsent(row.id(), id -> kinds());
            PatientId id = new PatientId(row.id());
            people.put(
                    id,
                    new Known(
                            id,
                            new Features(row.fullName(), row.birthDate(), row.sex(), all, row.telephone()),
                            all,
                            inForce.computeIfAbsent(row.id(), each -> new EnumMap<>(IdentifierKind.class)),
                            row.noAddress()));
        }
        return people;
    }

    private void identifiers(
            FacilityId facility,
            List<Row> rows,
            Map<Long, Map<IdentifierKind, Set<String>>> numbers,
            Map<Long, Map<IdentifierKind, String>> inForce) {
        jdbc.sql("""
                select i.patient_id, i.kind, i.id_value, i.valid_to
                from unnest(cast(:ids as bigint array)) as wanted(patient_id)
                join patient_identifier i on i.facility_id = :facility and i.patient_id = wanted.patient_id""")
                .param("facility", facility.value())
                .param("ids", rows.stream().map(Row::id).distinct().toArray(Long[]::new))
                .query(row -> {
                    long id = row.getLong("patient_id");
                    IdentifierKind kind = IdentifierKind.valueOf(row.getString("kind"));
                    numbers.computeIfAbsent(id, each -> kinds())
                            .computeIfAbsent(kind, each -> new HashSet<>())
                            .add(row.getString("id_value"));
                    if (row.getObject("valid_to") == null) {
                        inForce.computeIfAbsent(id, each -> new EnumMap<>(IdentifierKind.class))
                                .put(kind, row.getString("id_value"));
                    }
                });
    }

    private static Map<IdentifierKind, Set<String>> kinds() {
        return new EnumMap<>(IdentifierKind.class);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("patient_id"),
                row.getString("full_name"),
                new BirthDate(row.getString("birth_date")),
                Sex.valueOf(row.getString("sex")),
                Optional.ofNullable(row.getString("telephone")),
                row.getBoolean("no_address"));
    }

    private static List<Long> values(Collection<PatientId> ids) {
        return ids.stream().map(PatientId::value).toList();
    }

    private record Row(
            long id, String fullName, BirthDate birthDate, Sex sex, Optional<String> telephone, boolean noAddress) {}

    /** @param naming whether it still leads to this patient */
    record Holder(IdentifierKind kind, String value, PatientId patient, boolean naming) {}
}
