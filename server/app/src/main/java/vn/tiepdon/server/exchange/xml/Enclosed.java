package vn.tiepdon.server.exchange.xml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.content.Fields;

/** The tables of one HOSO while it is read. */
final class Enclosed {

    private final Map<Table, List<Fields>> tables = new EnumMap<>(Table.class);
    private final List<String> setAside = new ArrayList<>();

    /** @throws RefusedException when the table cannot be read or was there before */
    void add(Table table, String base64) throws RefusedException {
        if (base64.isEmpty()) {
            return; // an element that is always written, and had nothing to say
        }
        List<Fields> rows = EnclosedTable.rows(table, base64);
        if (tables.put(table, rows) != null) {
            throw new RefusedException(RefusalReason.PART_TWICE, table.name());
        }
    }

    void setAside(String table) {
        setAside.add(table);
    }

    List<String> setAside() {
        return setAside;
    }

    /** @throws RefusedException when it is missing, or there are several */
    Fields summary() throws RefusedException {
        List<Fields> rows = rows(Table.XML1);
        if (rows.isEmpty()) {
            throw new RefusedException(RefusalReason.PART_MISSING, Table.XML1.name());
        }
        if (rows.size() > 1) {
            throw new RefusedException(RefusalReason.PART_TWICE, Table.XML1.row());
        }
        return rows.get(0);
    }

    /** What XML1 calls the visit, as far as it can be read. */
    Optional<String> sourceId() {
        return rows(Table.XML1).stream().findFirst().flatMap(it -> it.text("MA_LK"));
    }

    /**
     * The rows of a table.
     *
     * @throws RefusedException when one of them says that it belongs to another record
     */
    List<Fields> rows(Table table, String sourceId) throws RefusedException {
        List<Fields> rows = rows(table);
        for (Fields row : rows) {
            if (row.text("MA_LK").filter(it -> !it.equals(sourceId)).isPresent()) {
                throw new RefusedException(RefusalReason.PART_OF_OTHER, table.name());
            }
        }
        return rows;
    }

    private List<Fields> rows(Table table) {
        return tables.getOrDefault(table, List.of());
    }
}
