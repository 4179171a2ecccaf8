package vn.tiepdon.server.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.FacilityId;

/**
 * What reception types into one box: a number, a hospital code or its beginning, or words of a name with a birth date or
 * year. Who begins with just what was typed comes first.
 */
@Repository
class DeskSearch {

    /** Letters, digits and what stands between them; a digit among them, and nothing that LIKE takes for its own. */
    private static final Pattern BEGINNING_OF_CODE = Pattern.compile("[A-Z0-9.-]{0,39}[0-9][A-Z0-9.-]{0,39}");

    private static final String ENTRY = """
            select p.full_name, p.birth_date, p.sex, h.id_value as hospital_code,
                (select i.id_value from patient_identifier i where i.facility_id = p.facility_id
                    and i.patient_id = p.patient_id and i.kind = 'NATIONAL' and i.valid_to is null) as national_number,
                (select i.id_value from patient_identifier i where i.facility_id = p.facility_id
                    and i.patient_id = p.patient_id and i.kind = 'INSURANCE' and i.valid_to is null) as insurance_number,
                (select string_agg(c.code, ',') from chronic_programme c where c.facility_id = p.facility_id
                    and c.patient_id = p.patient_id) as programmes
            from patient p
            left join patient_identifier h on h.facility_id = p.facility_id and h.patient_id = p.patient_id
                and h.kind = 'HOSPITAL' and h.valid_to is null
            where (p.facility_id, p.patient_id) in (:ids) order by p.search_name, p.birth_date, p.patient_id
            """;

    private final JdbcClient jdbc;
    private final PatientDirectory directory;
    private final WordSearch search;

    DeskSearch(JdbcClient jdbc, PatientDirectory directory, WordSearch search) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.search = search;
    }

    FoundPatients find(FacilityId facility, String typed, int limit) {
        int enough = limit + 1;
        List<PatientId> numbered = directory
                .find(facility, byNumber(typed), Optional.empty(), enough)
                .ids();
        if (!numbered.isEmpty() || TypedNumbers.parse(typed).isPresent()) {
            return FoundPatients.first(entries(facility, numbered), limit, false);
        }
        TypedQuery query = TypedQuery.of(typed);
        String letters = SearchName.of(query.words());
        if (letters.isEmpty() && query.born().isEmpty() && !typed.isBlank()) {
            return new FoundPatients(List.of(), false);
        }
        Set<PatientId> ids = new LinkedHashSet<>(byBeginningOfCode(facility, typed.strip(), enough));
        if (!letters.isEmpty()) {
            ids.addAll(search.beginning(facility, letters, query.born(), enough));
        }
        boolean cut = false;
        if (ids.size() <= limit) {
            WordSearch.Result anywhere =
                    directory.find(facility, byWords(letters, query.born()), Optional.empty(), enough + ids.size());
            ids.addAll(anywhere.ids());
            cut = anywhere.cut();
        }
        List<PatientEntry> ranked = entries(facility, ids).stream()
                .sorted(Comparator.comparing(
                        (PatientEntry one) -> !SearchName.of(one.fullName()).startsWith(letters)))
                .toList();
        return FoundPatients.first(ranked, limit, cut);
    }

    private static PatientQuery byNumber(String typed) {
        PatientQuery any = PatientQuery.everybody();
        return new PatientQuery(Optional.of(typed), any.kind(), any.name(), any.born(), any.sex());
    }

    private static PatientQuery byWords(String letters, Optional<BirthDate> born) {
        PatientQuery any = PatientQuery.everybody();
        Optional<String> name = Optional.of(letters).filter(it -> !it.isEmpty());
        return new PatientQuery(any.number(), any.kind(), name, born, any.sex());
    }

    /** A code has a digit; what has none is a name. */
    private List<PatientId> byBeginningOfCode(FacilityId facility, String typed, int limit) {
        String code = typed.toUpperCase(Locale.ROOT);
        if (!BEGINNING_OF_CODE.matcher(code).matches()) {
            return List.of();
        }
        return jdbc.sql("""
                select patient_id from patient_identifier where facility_id = :facility and kind = 'HOSPITAL'
                    and current_value >= :code and current_value <= :last and current_value like :like
                order by facility_id, kind, current_value limit :limit""")
                .param("facility", facility.value())
                .param("code", code)
                .param("last", code + "Z".repeat(IdentifierKind.LONGEST_CODE))
                .param("like", code + "%")
                .param("limit", limit)
                .query((row, n) -> new PatientId(row.getLong("patient_id")))
                .list();
    }

    private List<PatientEntry> entries(FacilityId facility, Collection<PatientId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ENTRY)
                .param(
                        "ids",
                        Keys.of(
                                facility.value(),
                                ids.stream().map(PatientId::value).toList()))
                .query(DeskSearch::entry)
                .list();
    }

    private static PatientEntry entry(ResultSet row, int number) throws SQLException {
        String programmes = row.getString("programmes");
        return new PatientEntry(
                row.getString("hospital_code"),
                row.getString("full_name"),
                row.getString("birth_date"),
                Sex.valueOf(row.getString("sex")),
                row.getString("national_number"),
                row.getString("insurance_number"),
                programmes == null
                        ? List.of()
                        : List.of(programmes.split(",")).stream().sorted().toList());
    }
}
