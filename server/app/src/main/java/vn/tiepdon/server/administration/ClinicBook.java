package vn.tiepdon.server.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.FacilityId;

/** The clinics of a house, for changing them. */
@Service
class ClinicBook {

    private static final int LONGEST_CODE = 12;
    private static final String OF = " where facility_id = :facility and clinic_id = :clinic";

    private final JdbcClient jdbc;
    private final HouseChanges changes;

    ClinicBook(JdbcClient jdbc, HouseChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** In the house's order, those that are closed for good too. */
    List<ClinicRow> all(FacilityId facility) {
        return jdbc.sql("select * from clinic where facility_id = :facility order by sort_order, clinic_id")
                .param("facility", facility.value())
                .query(ClinicBook::clinic)
                .list();
    }

    ClinicRow get(FacilityId facility, String code) {
        return all(facility).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotInThisHouseException("clinic"));
    }

    /** @return the code it got */
    @Transactional
    public Optional<String> add(By by, ClinicForm form, Typed typed) {
        Text name = form.name(typed);
        int quota = form.quota(typed);
        Optional<String> mark = form.mark(typed);
        changes.begin(by);
        List<ClinicRow> all = all(by.facility());
        requireOwnMark(all, mark, null, typed);
        if (!typed.well()) {
            return Optional.empty();
        }
        Set<String> taken = all.stream().map(ClinicRow::code).collect(Collectors.toSet());
        String code = code(name.vi(), taken);
        int next = all.stream().mapToInt(it -> it.id().value()).max().orElse(0) + 1;
        jdbc.sql("""
                insert into clinic (facility_id, clinic_id, code, name_vi, name_en, daily_quota, sort_order, kind, mark)
                values (:facility, :clinic, :code, :vi, :en, :quota, :clinic, :kind, :mark)""")
                .param("facility", by.facility().value())
                .param("clinic", next)
                .param("code", code)
                .param("vi", name.vi())
                .param("en", name.en())
                .param("quota", quota)
                .param("kind", form.place().name())
                .param("mark", mark.orElse(null))
                .update();
        changes.note(by, "clinic.add", "clinic " + code);
        return Optional.of(code);
    }

    @Transactional
    public boolean change(By by, String code, ClinicForm form, Typed typed) {
        Text name = form.name(typed);
        int quota = form.quota(typed);
        Optional<String> mark = form.mark(typed);
        changes.begin(by);
        ClinicRow before = get(by.facility(), code);
        requireOwnMark(all(by.facility()), mark, before.id(), typed);
        if (!typed.well()) {
            return false;
        }
        jdbc.sql("""
                update clinic set name_vi = :vi, name_en = :en, daily_quota = :quota, kind = :kind, mark = :mark""" + OF)
                .param("vi", name.vi())
                .param("en", name.en())
                .param("quota", quota)
                .param("kind", form.place().name())
                .param("mark", mark.orElse(null))
                .param("facility", by.facility().value())
                .param("clinic", before.id().value())
                .update();
        if (!name.equals(before.name())) {
            changes.note(
                    by, "clinic.rename", "clinic " + code + ": " + before.name().vi() + " > " + name.vi());
        }
        if (quota != before.quota()) {
            changes.note(by, "clinic.quota", "clinic " + code + ": " + before.quota() + " > " + quota);
        }
        if (form.place() != before.kind() || !mark.equals(before.mark())) {
            changes.note(
                    by,
                    "clinic.kind",
                    "clinic " + code + ": " + before.kind() + " "
                            + before.mark().orElse("-") + " > " + form.place() + " " + mark.orElse("-"));
        }
        return true;
    }

    /** Changes places with the one before. */
    @Transactional
    public void up(By by, String code) {
        changes.begin(by);
        ClinicRow mine = get(by.facility(), code);
        List<ClinicId> ids = all(by.facility()).stream().map(ClinicRow::id).collect(Collectors.toList());
        int at = ids.indexOf(mine.id());
        if (at > 0) {
            ids.set(at, ids.get(at - 1));
            ids.set(at - 1, mine.id());
            for (int i = 0; i < ids.size(); i++) {
                jdbc.sql("update clinic set sort_order = :place" + OF)
                        .param("place", i + 1)
                        .param("facility", by.facility().value())
                        .param("clinic", ids.get(i).value())
                        .update();
            }
            changes.note(by, "clinic.order", "clinic " + code + ": " + (at + 1) + " > " + at);
        }
    }

    /** @param lastDay empty to open it again */
    @Transactional
    public void end(By by, String code, Optional<LocalDate> lastDay) {
        changes.begin(by);
        jdbc.sql("update clinic set last_day = :day" + OF)
                .param("day", lastDay.orElse(null), Types.DATE)
                .param("facility", by.facility().value())
                .param("clinic", get(by.facility(), code).id().value())
                .update();
        changes.note(by, lastDay.isPresent() ? "clinic.close" : "clinic.reopen", "clinic " + code);
    }

    private static void requireOwnMark(List<ClinicRow> all, Optional<String> mark, ClinicId own, Typed typed) {
        all.stream()
                .filter(it ->
                        mark.isPresent() && it.mark().equals(mark) && !it.id().equals(own))
                .findFirst()
                .ifPresent(it -> typed.wrong("mark", "mark.taken", it.name().vi()));
    }

    /** From the name, in capitals without marks: what devices and other systems know a clinic by stays for ever. */
    private static String code(String name, Set<String> taken) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replace('Đ', 'D')
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = letters.isEmpty() ? "PK" : letters;
        String code = within(base, LONGEST_CODE);
        for (int n = 2; taken.contains(code); n++) {
            code = within(base, LONGEST_CODE - 1 - Integer.toString(n).length()) + "-" + n;
        }
        return code;
    }

    private static String within(String text, int length) {
        return (text.length() <= length ? text : text.substring(0, length)).replaceAll("-$", "");
    }

    private static ClinicRow clinic(ResultSet row, int number) throws SQLException {
        return new ClinicRow(
                new ClinicId(row.getInt("clinic_id")),
                row.getString("code"),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getInt("daily_quota"),
                ClinicKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("mark")),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)));
    }
}
