package vn.tiepdon.server.patient.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.MergeNotes.Note;

/**
 * Gives rows back, the last moved first. What is as the merge left it becomes as it was; what was changed since keeps
 * that; a list that was written anew since stays, and the one who comes back gets the list that they had.
 */
@Component
class Parting {

    private final RowStore store;
    private final Joining joining;

    Parting(RowStore store, Joining joining) {
        this.store = store;
        this.joining = joining;
    }

    /** @return by table, how many rows stay with the kept one that were written or changed since */
    Map<String, Integer> part(FacilityId facility, PatientId kept, PatientId back, List<Note> notes) {
        Map<String, PatientTable> tables =
                joining.all().stream().collect(Collectors.toMap(PatientTable::name, Function.identity()));
        Map<String, Integer> left = new TreeMap<>(writtenSince(facility, kept, notes));
        for (Note note : notes) {
            PatientTable table = tables.get(note.table());
            if (note.goneBefore() != null && !restored(table, facility, kept, back, note)) {
                left.merge(note.table(), 1, Integer::sum);
            }
        }
        return left;
    }

    private Map<String, Integer> writtenSince(FacilityId facility, PatientId kept, List<Note> notes) {
        Map<String, Integer> since = new TreeMap<>();
        for (Note note : notes) {
            if (note.goneBefore() == null) {
                int more = store.count(note.table(), facility, kept)
                        - Integer.parseInt(note.leftAs().get(Joining.COUNT));
                if (more > 0) {
                    since.put(note.table(), more);
                }
            }
        }
        return since;
    }

    /** @return false when something of it had been changed since */
    private boolean restored(PatientTable table, FacilityId facility, PatientId kept, PatientId back, Note note) {
        List<Row> now = store.find(table.name(), table.key(), facility, note.leftAs()).stream()
                .filter(row -> row.get(PatientTable.PATIENT).equals(String.valueOf(kept.value())))
                .toList();
        if (note.keptBefore() != null) {
            store.insert(table.name(), note.goneBefore());
            return !now.isEmpty() && reverted(table, facility, now.get(0), note.keptBefore(), note.leftAs(), Map.of());
        }
        if (table.keyedByPatient() && (now.isEmpty() || !now.get(0).equals(note.leftAs()))) {
            store.insert(table.name(), note.goneBefore());
            return false;
        }
        Map<String, String> owner = Map.of(PatientTable.PATIENT, String.valueOf(back.value()));
        return !now.isEmpty() && reverted(table, facility, now.get(0), note.goneBefore(), note.leftAs(), owner);
    }

    private boolean reverted(
            PatientTable table, FacilityId facility, Row now, Row before, Row left, Map<String, String> always) {
        Map<String, String> changes = new LinkedHashMap<>(always);
        boolean whole = true;
        for (String column : left.values().keySet()) {
            boolean changed = !Objects.equals(before.get(column), left.get(column));
            if (changed && Objects.equals(now.get(column), left.get(column))) {
                changes.put(column, before.get(column));
            } else {
                whole &= !changed;
            }
        }
        store.update(table.name(), table.key(), facility, now, changes);
        return whole;
    }
}
