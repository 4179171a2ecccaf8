package vn.tiepdon.server.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows on their way into the database, some thousand at a time. */
final class Rows {

    private final Map<FilledTable, List<Object[]>> rows = new EnumMap<>(FilledTable.class);
    private int size;

    /** @param values one for each column, the facility first; numbers, texts, days, instants with offset, or null */
    void add(FilledTable table, Object... values) {
        if (values.length != table.width()) {
            throw new IllegalArgumentException(table + " has " + table.width() + " columns, not " + values.length);
        }
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(values);
        size++;
    }

    int size() {
        return size;
    }

    List<Object[]> of(FilledTable table) {
        return rows.getOrDefault(table, List.of());
    }

    void insert(JdbcTemplate jdbc) {
        rows.forEach((table, some) -> jdbc.batchUpdate(table.insert(), some));
    }
}
