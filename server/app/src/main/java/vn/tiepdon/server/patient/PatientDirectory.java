package vn.tiepdon.server.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.database.Keys;
import vn.tiepdon.server.facility.FacilityId;

/** Looks people up: by number, words of the name and birth date, a page at a time and always by an index. */
@Repository
public class PatientDirectory {

    /** No page is longer. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final WordSearch search;

    PatientDirectory(JdbcClient jdbc, WordSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /**
     * @param after where the page before ended
     * @param limit 1 to {@link #MOST}
     */
    public PatientPage search(FacilityId facility, PatientQuery query, Optional<PatientId> after, int limit) {
        int most = Math.min(MOST, limit);
        WordSearch.Result found = find(facility, query, after, most + 1);
        List<PatientId> ids = found.ids().subList(0, Math.min(most, found.ids().size()));
        boolean more = found.ids().size() > most;
        return new PatientPage(
                details(facility, ids), more ? Optional.of(ids.get(most - 1)) : Optional.empty(), found.cut());
    }

    /**
     * Those who were entered or changed in a time, by their ids.
     *
     * @param until exclusive
     * @param after where the page before ended
     * @param limit 1 to {@link #MOST}
     */
    public PatientPage changed(FacilityId facility, Instant from, Instant until, Optional<PatientId> after, int limit) {
        int most = Math.min(MOST, limit);
        List<PatientId> found = jdbc.sql("""
                        select patient_id from patient
                        where facility_id = :facility and patient_id > :after
                            and changed_at >= :from and changed_at < :until
                        order by patient_id limit :limit""")
                .param("facility", facility.value())
                .param("after", after.map(PatientId::value).orElse(Long.MIN_VALUE))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", most + 1)
                .query((row, n) -> new PatientId(row.getLong("patient_id")))
                .list();
        List<PatientId> page = found.subList(0, Math.min(most, found.size()));
        boolean more = found.size() > most;
        return new PatientPage(
                details(facility, page), more ? Optional.of(page.get(most - 1)) : Optional.empty(), false);
    }

    /** In the order of the ids; who is not there is left out. Two queries, however many they are. */
    public List<PatientDetails> details(FacilityId facility, Collection<PatientId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object[]> wanted =
                Keys.of(facility.value(), ids.stream().map(PatientId::value).toList());
        Map<Long, List<Identifier>> identifiers = new HashMap<>();
        jdbc.sql("""
                select patient_id, kind, id_value, current_value, valid_from, valid_to from patient_identifier
                where (facility_id, patient_id) in (:ids)
                order by case when valid_to is null then 0 else 1 end, kind, valid_from desc, id_value""").param("ids", wanted).query(row -> {
            identifiers
                    .computeIfAbsent(row.getLong("patient_id"), id -> new ArrayList<>())
                    .add(identifier(row));
        });
        return jdbc.sql("""
                select patient_id, full_name, birth_date, sex, telephone, address,
                    changed_at, version
                from patient where (facility_id, patient_id) in (:ids) order by patient_id""")
                .param("ids", wanted)
                .query((row, n) -> details(row, identifiers.getOrDefault(row.getLong("patient_id"), List.of())))
                .list();
    }

    WordSearch.Result find(FacilityId facility, PatientQuery query, Optional<PatientId> after, int limit) {
        List<String> words = query.name()
                .map(name -> List.copyOf(PatientKeys.wordsOf(SearchName.of(name))))
                .orElse(List.of());
        if (query.name().isPresent() && words.isEmpty()) {
            return new WordSearch.Result(List.of(), false);
        }
        if (query.number().isPresent()) {
            return byNumber(facility, query, words, after, limit);
        }
        return search.find(facility, words, query.born(), query.sex(), after, limit);
    }

    private WordSearch.Result byNumber(
            FacilityId facility, PatientQuery query, List<String> words, Optional<PatientId> after, int limit) {
        TreeSet<Long> ids = new TreeSet<>();
        for (IdentifierKind kind : query.kind().map(List::of).orElse(Arrays.asList(IdentifierKind.values()))) {
            kind.normal(query.number().get())
                    .ifPresent(value -> ids.addAll(jdbc.sql("""
                            select patient_id from patient_identifier
                            where facility_id = :facility and kind = :kind and current_value = :value""")
                            .param("facility", facility.value())
                            .param("kind", kind.name())
                            .param("value", value)
                            .query(Long.class)
                            .list()));
        }
        List<PatientId> fitting = details(
                        facility, ids.stream().map(PatientId::new).toList())
                .stream()
                .map(PatientDetails::patient)
                .filter(one -> fits(one, query, words))
                .map(Patient::id)
                .filter(id -> after.isEmpty() || id.value() > after.get().value())
                .limit(limit)
                .toList();
        return new WordSearch.Result(fitting, false);
    }

    private static boolean fits(Patient one, PatientQuery query, List<String> words) {
        TreeSet<String> own = PatientKeys.wordsOf(SearchName.of(one.fullName()));
        return query.sex().filter(sex -> sex != one.sex()).isEmpty()
                && query.born()
                        .filter(born -> !one.birthDate().iso().startsWith(born.iso()))
                        .isEmpty()
                && words.stream().allMatch(beginning -> own.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private static PatientDetails details(ResultSet row, List<Identifier> identifiers) throws SQLException {
        Instant changed = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return new PatientDetails(
                new Patient(
                        new PatientId(row.getLong("patient_id")),
                        row.getString("full_name"),
                        new BirthDate(row.getString("birth_date")),
                        Sex.valueOf(row.getString("sex")),
                        identifiers.stream()
                                .filter(one -> one.kind() == IdentifierKind.HOSPITAL && one.inForce())
                                .map(Identifier::value)
                                .findFirst()
                                .orElse(null)),
                identifiers,
                Optional.ofNullable(row.getString("telephone")),
                Optional.ofNullable(row.getString("address")),
                changed,
                row.getInt("version"));
    }

    private static Identifier identifier(ResultSet row) throws SQLException {
        return new Identifier(
                IdentifierKind.valueOf(row.getString("kind")),
                row.getString("id_value"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("current_value") != null);
    }
}
