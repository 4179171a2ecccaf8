package vn.tiepdon.server.patient.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.server.facility.FacilityId;

/** What a merge did to which row, so that it can be undone. */
@Repository
class MergeNotes {

    private static final TypeReference<LinkedHashMap<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    MergeNotes(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(FacilityId facility, MergeId merge, List<Note> notes) {
        List<Object[]> rows = new ArrayList<>();
        for (Note note : notes) {
            rows.add(new Object[] {
                facility.value(),
                merge.toString(),
                rows.size() + 1,
                note.table(),
                text(note.keptBefore()),
                text(note.goneBefore()),
                text(note.leftAs())
            });
        }
        jdbc.batchUpdate(
                "insert into patient_merge_row (facility_id, merge_id, item, table_name, kept_before, gone_before,"
                        + " left_as) values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The last first. */
    List<Note> read(FacilityId facility, MergeId merge) {
        return jdbc.query(
                "select table_name, kept_before, gone_before, left_as from patient_merge_row"
                        + " where facility_id = ? and merge_id = ? order by item desc",
                (row, n) -> new Note(
                        row.getString("table_name"),
                        row(row.getString("kept_before")),
                        row(row.getString("gone_before")),
                        row(row.getString("left_as"))),
                facility.value(),
                merge.toString());
    }

    private String text(Row row) {
        return row == null ? null : json.writeValueAsString(row.values());
    }

    private Row row(String text) {
        if (text == null) {
            return null;
        }
        Map<String, String> values = json.readValue(text, VALUES);
        return new Row(values);
    }

    /**
     * @param keptBefore of a row of the kept one that was changed: its key and what stood in the changed columns
     * @param goneBefore the whole row of the one who went, or its key when it has one of its own
     * @param leftAs key and changed columns of the row that remained; null when none did
     */
    record Note(String table, Row keptBefore, Row goneBefore, Row leftAs) {}
}
