package vn.tiepdon.server.patient.merge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.MergeNotes.Note;

/**
 * The people themselves and the words that they are found by. The row of whoever is merged is taken out of the table, so
 * that the database itself lets nothing be written for them any more.
 */
@Repository
class PatientRow {

    private static final PatientTable PEOPLE = PatientTable.owned("patient", PatientTable.PATIENT);
    private static final PatientTable WORDS = PatientTable.owned("patient_word", "word", PatientTable.PATIENT);
    private static final List<String> COMPLETED = List.of("telephone", "address");

    private final RowStore store;
    private final JdbcTemplate jdbc;

    PatientRow(RowStore store, JdbcTemplate jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** In the order of their ids, so that two merges do not wait for each other. @return whether all are there */
    boolean lock(FacilityId facility, PatientId... wanted) {
        return Stream.of(wanted).map(PatientId::value).sorted().allMatch(id -> !jdbc.queryForList(
                        "select patient_id from patient where facility_id = ? and patient_id = ? for update",
                        Long.class,
                        facility.value(),
                        id)
                .isEmpty());
    }

    /** They are not what they were: other systems that ask what is new get them again. */
    void touch(FacilityId facility, Instant at, PatientId... changed) {
        for (PatientId patient : changed) {
            jdbc.update(
                    "update patient set changed_at = ? where facility_id = ? and patient_id = ?",
                    at.atOffset(ZoneOffset.UTC),
                    facility.value(),
                    patient.value());
        }
    }

    /** The kept one gets the telephone and address that only the other had; the other is gone. */
    List<Note> close(FacilityId facility, PatientId kept, PatientId gone) {
        List<Note> notes = new ArrayList<>();
        Row leaving = store.of(PEOPLE, facility, gone).get(0);
        Row staying = store.of(PEOPLE, facility, kept).get(0);
        Map<String, String> changes = new LinkedHashMap<>();
        COMPLETED.stream()
                .filter(column -> staying.get(column) == null && leaving.get(column) != null)
                .forEach(column -> changes.put(column, leaving.get(column)));
        if (!changes.isEmpty()) {
            store.update(PEOPLE.name(), PEOPLE.key(), facility, staying, changes);
            Row noted = staying.only(Stream.concat(PEOPLE.key().stream(), changes.keySet().stream())
                    .toList());
            notes.add(new Note(PEOPLE.name(), noted, null, noted.with(changes)));
        }
        for (Row word : store.of(WORDS, facility, gone)) {
            store.delete(WORDS.name(), WORDS.key(), facility, word);
            notes.add(new Note(WORDS.name(), null, word, null));
        }
        store.delete(PEOPLE.name(), PEOPLE.key(), facility, leaving);
        notes.add(new Note(PEOPLE.name(), null, leaving, null));
        return notes;
    }

    /** @param notes the last first */
    void open(FacilityId facility, List<Note> notes) {
        for (Note note : notes) {
            if (note.table().equals(PEOPLE.name()) && note.keptBefore() != null) {
                revert(facility, note);
            } else if (own(note)) {
                store.insert(note.table(), note.goneBefore());
            }
        }
        notes.stream()
                .filter(note -> note.table().equals(WORDS.name()))
                .map(note -> Long.valueOf(note.goneBefore().get(PatientTable.PATIENT)))
                .distinct()
                .forEach(patient -> completeWords(facility, patient));
    }

    /** What was noted before there were names beside words has none. */
    private void completeWords(FacilityId facility, long patient) {
        jdbc.update("""
                update patient_word set name = (select translate(p.search_name, 'y', 'i') from patient p
                    where p.facility_id = patient_word.facility_id and p.patient_id = patient_word.patient_id)
                where facility_id = ? and patient_id = ? and name is null""", facility.value(), patient);
    }

    List<Note> without(List<Note> notes) {
        return notes.stream().filter(note -> !own(note)).toList();
    }

    private static boolean own(Note note) {
        return note.table().equals(PEOPLE.name()) || note.table().equals(WORDS.name());
    }

    private void revert(FacilityId facility, Note note) {
        Optional<Row> now = store.find(PEOPLE.name(), PEOPLE.key(), facility, note.leftAs()).stream()
                .findFirst();
        now.ifPresent(row -> {
            Map<String, String> changes = new LinkedHashMap<>();
            COMPLETED.stream()
                    .filter(note.leftAs().values()::containsKey)
                    .filter(column ->
                            Objects.equals(row.get(column), note.leftAs().get(column)))
                    .forEach(column -> changes.put(column, note.keptBefore().get(column)));
            store.update(PEOPLE.name(), PEOPLE.key(), facility, row, changes);
        });
    }
}
