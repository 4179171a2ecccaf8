package vn.tiepdon.server.illness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.patient.SearchName;
import vn.tiepdon.server.staff.StaffMember;

/** The list of illnesses of this server, for all of its hospitals. */
@Service
class IllnessTable {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    IllnessTable(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    int size() {
        return jdbc.queryForObject("select count(*) from icd10", Integer.class);
    }

    /** Adds and renames, and takes nothing away: visits of former years need their names. All in one, or nothing. */
    @Transactional
    Loaded load(StaffMember by, String source, IllnessList list) {
        Map<Icd10, Illness> known = known();
        List<Illness> added = new ArrayList<>();
        List<Illness> changed = new ArrayList<>();
        for (Illness one : list.illnesses()) {
            Illness before = known.get(one.code());
            if (before == null) {
                added.add(one);
            } else if (!before.equals(one)) {
                changed.add(one);
            }
        }
        write("insert into icd10 (name_vi, name_en, chapter, search_name, code) values (?, ?, ?, ?, ?)", added);
        write("update icd10 set name_vi = ?, name_en = ?, chapter = ?, search_name = ? where code = ?", changed);
        String counts = "added %d, changed %d, refused %d".formatted(added.size(), changed.size(), list.refusedCount());
        audit.append(new AuditEntry(by.facility(), by.login(), source, "icd10.load", counts, "ok"));
        int same = list.illnesses().size() - added.size() - changed.size();
        return new Loaded(added.size(), changed.size(), same, list.refusedCount(), list.refused());
    }

    private void write(String sql, List<Illness> illnesses) {
        jdbc.batchUpdate(sql, illnesses, BATCH, (row, one) -> {
            row.setString(1, one.name().vi());
            row.setString(2, one.name().en());
            row.setInt(3, one.chapter());
            row.setString(4, SearchName.of(one.name().vi()));
            row.setString(5, one.code().code());
        });
    }

    private Map<Icd10, Illness> known() {
        Map<Icd10, Illness> known = new HashMap<>();
        jdbc.query("select code, name_vi, name_en, chapter from icd10", row -> {
            Icd10 code = new Icd10(row.getString("code"));
            Text name = new Text(row.getString("name_vi"), row.getString("name_en"));
            known.put(code, new Illness(code, name, row.getInt("chapter")));
        });
        return known;
    }
}
