package vn.tiepdon.server.patient.merge;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Reads and writes rows of any table as text. Names of tables and columns come from this program only. */
@Repository
class RowStore {

    private static final String FACILITY = "facility_id";

    private final JdbcTemplate jdbc;
    private final Map<String, Map<String, Kind>> columns = new ConcurrentHashMap<>();

    RowStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their keys. */
    List<Row> of(PatientTable table, FacilityId facility, PatientId patient) {
        return jdbc.query(
                "select * from " + table.name() + " where facility_id = ? and patient_id = ? order by "
                        + String.join(", ", table.key()),
                (row, n) -> row(table.name(), row),
                facility.value(),
                patient.value());
    }

    /** The row with this key, if any: one or none. */
    List<Row> find(String table, List<String> key, FacilityId facility, Row wanted) {
        return jdbc.query(
                "select * from " + table + whereKey(key),
                (row, n) -> row(table, row),
                keyValues(table, key, facility, wanted));
    }

    void insert(String table, Row row) {
        List<String> names = List.copyOf(row.values().keySet());
        jdbc.update(
                "insert into " + table + " (" + String.join(", ", names) + ") values ("
                        + names.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")",
                names.stream().map(name -> value(table, name, row.get(name))).toArray());
    }

    /** All rows of the one become the other's. */
    void moveAll(String table, FacilityId facility, PatientId from, PatientId to) {
        jdbc.update(
                "update " + table + " set patient_id = ? where facility_id = ? and patient_id = ?",
                to.value(),
                facility.value(),
                from.value());
    }

    int count(String table, FacilityId facility, PatientId patient) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from " + table + " where facility_id = ? and patient_id = ?",
                Integer.class,
                facility.value(),
                patient.value()));
    }

    void delete(String table, List<String> key, FacilityId facility, Row row) {
        jdbc.update("delete from " + table + whereKey(key), keyValues(table, key, facility, row));
    }

    void update(String table, List<String> key, FacilityId facility, Row row, Map<String, String> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        changes.forEach((column, value) -> values.add(value(table, column, value)));
        values.addAll(List.of(keyValues(table, key, facility, row)));
        jdbc.update(
                "update " + table + " set "
                        + changes.keySet().stream()
                                .map(column -> column + " = ?")
                                .collect(Collectors.joining(", "))
                        + whereKey(key),
                values.toArray());
    }

    private static String whereKey(List<String> key) {
        return " where facility_id = ?"
                + key.stream().map(column -> " and " + column + " = ?").collect(Collectors.joining());
    }

    private Object[] keyValues(String table, List<String> key, FacilityId facility, Row row) {
        List<Object> values = new ArrayList<>();
        values.add(facility.value());
        key.forEach(column -> values.add(value(table, column, row.get(column))));
        return values.toArray();
    }

    private Row row(String table, ResultSet row) throws SQLException {
        Map<String, Kind> kinds = columns.computeIfAbsent(table, name -> kinds(row));
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Kind> column : kinds.entrySet()) {
            values.put(column.getKey(), column.getValue().text(row, column.getKey()));
        }
        return new Row(values);
    }

    private Object value(String table, String column, String text) {
        if (column.equals(FACILITY)) {
            return Integer.valueOf(text);
        }
        return columns.computeIfAbsent(table, this::kinds).get(column).value(text);
    }

    private Map<String, Kind> kinds(String table) {
        return jdbc.query("select * from " + table + " where 1 = 0", (ResultSet row) -> kinds(row));
    }

    private static Map<String, Kind> kinds(ResultSet row) {
        try {
            ResultSetMetaData columns = row.getMetaData();
            Map<String, Kind> kinds = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                kinds.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), Kind.of(columns.getColumnTypeName(i)));
            }
            return kinds;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** How values of a column are written as text and read again. */
    private enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH,
        DAY,
        INSTANT;

        /** H2 and PostgreSQL call the same types by different names. */
        static Kind of(String typeName) {
            String name = typeName.toUpperCase(Locale.ROOT);
            if (name.startsWith("TIMESTAMP")) {
                return INSTANT;
            }
            if (name.equals("DATE")) {
                return DAY;
            }
            if (name.startsWith("BOOL")) {
                return TRUTH;
            }
            if (name.startsWith("NUMERIC") || name.startsWith("DECIMAL")) {
                return DECIMAL;
            }
            return name.startsWith("INT") || name.equals("BIGINT") || name.equals("SMALLINT") ? WHOLE : TEXT;
        }

        String text(ResultSet row, String column) throws SQLException {
            if (this == INSTANT) {
                OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
                return at == null
                        ? null
                        : at.withOffsetSameInstant(ZoneOffset.UTC).toString();
            }
            if (this == TRUTH) {
                boolean value = row.getBoolean(column);
                return row.wasNull() ? null : String.valueOf(value);
            }
            return row.getString(column);
        }

        Object value(String text) {
            if (text == null) {
                return null;
            }
            return switch (this) {
                case TEXT -> text;
                case WHOLE -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case TRUTH -> Boolean.valueOf(text);
                case DAY -> LocalDate.parse(text);
                case INSTANT -> OffsetDateTime.parse(text);
            };
        }
    }
}
