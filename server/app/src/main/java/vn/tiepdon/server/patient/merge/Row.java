package vn.tiepdon.server.patient.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A row of any table, each value as text: days and instants as ISO 8601, null as null.
 *
 * @param values by column, in the table's order
 */
public record Row(Map<String, String> values) {

    public String get(String column) {
        return values.get(column);
    }

    /** Whether both have the same in all these columns. */
    public boolean same(Row other, String... columns) {
        return List.of(columns).stream().allMatch(column -> Objects.equals(get(column), other.get(column)));
    }

    Row with(Map<String, String> changes) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return new Row(changed);
    }

    Row only(Iterable<String> columns) {
        Map<String, String> some = new LinkedHashMap<>();
        columns.forEach(column -> some.put(column, values.get(column)));
        return new Row(some);
    }

    @Override
    public String toString() {
        return "Row" + values.keySet();
    }
}
