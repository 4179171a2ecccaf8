package vn.tiepdon.server.patient.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.MergeNotes.Note;

/** Gives the rows of one patient to another, and notes what it did. */
@Component
class Joining {

    /** In place of a row: how many the kept one had when all was done. */
    static final String COUNT = "count";

    private final RowStore store;
    private final ObjectProvider<PatientTables> tables;

    Joining(RowStore store, ObjectProvider<PatientTables> tables) {
        this.store = store;
        this.tables = tables;
    }

    /** Every table that somebody spoke for, by name. */
    List<PatientTable> all() {
        return tables.stream()
                .flatMap(some -> some.tables().stream())
                .sorted(Comparator.comparing(PatientTable::name))
                .toList();
    }

    /** @throws MergeRefusedException when a rule says that it cannot be now */
    List<Note> join(FacilityId facility, PatientId kept, PatientId gone) {
        List<Note> notes = new ArrayList<>();
        for (PatientTable table : all()) {
            List<Row> rows = store.of(table, facility, gone);
            if (table.simple()) {
                rows.forEach(
                        row -> notes.add(new Note(table.name(), null, row.only(table.key()), row.only(table.key()))));
                store.moveAll(table.name(), facility, gone, kept);
            } else if (!rows.isEmpty()) {
                List<Row> there = new ArrayList<>(store.of(table, facility, kept));
                rows.forEach(row -> notes.add(join(table, facility, kept, there, row)));
            }
            Row count = new Row(Map.of(COUNT, String.valueOf(store.count(table.name(), facility, kept))));
            notes.add(new Note(table.name(), null, null, count));
        }
        return notes;
    }

    private Note join(PatientTable table, FacilityId facility, PatientId kept, List<Row> there, Row row) {
        Verdict verdict = table.rule().decide(facility, List.copyOf(there), row);
        if (verdict instanceof Verdict.Refuse refused) {
            throw new MergeRefusedException(refused.why());
        }
        return verdict instanceof Verdict.Move move
                ? moved(table, facility, kept, there, row, move)
                : combined(table, facility, there, row, (Verdict.Combine) verdict);
    }

    private Note moved(
            PatientTable table, FacilityId facility, PatientId kept, List<Row> there, Row row, Verdict.Move move) {
        Map<String, String> changes = new LinkedHashMap<>();
        table.naming().stream()
                .filter(column -> row.get(column) != null)
                .forEach(column -> changes.put(column, String.valueOf(kept.value())));
        changes.putAll(move.changes());
        store.update(table.name(), table.key(), facility, row, changes);
        Row left = row.with(changes);
        there.add(left);
        Set<String> noted = table.keyedByPatient() ? row.values().keySet() : keyAnd(table, changes);
        return new Note(table.name(), null, row.only(noted), left.only(noted));
    }

    private Note combined(PatientTable table, FacilityId facility, List<Row> there, Row row, Verdict.Combine combine) {
        store.delete(table.name(), table.key(), facility, row);
        store.update(table.name(), table.key(), facility, combine.kept(), combine.changes());
        Row left = combine.kept().with(combine.changes());
        there.replaceAll(each -> each.equals(combine.kept()) ? left : each);
        Set<String> noted = keyAnd(table, combine.changes());
        return new Note(table.name(), combine.kept().only(noted), row, left.only(noted));
    }

    private static Set<String> keyAnd(PatientTable table, Map<String, String> changes) {
        Set<String> columns = new LinkedHashSet<>(table.key());
        columns.addAll(changes.keySet());
        return columns;
    }
}
