package vn.tiepdon.server.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.facility.FacilityId;

/**
 * Finds people by words of their names and by birth date. The rarest of what was said is walked through by its index,
 * {@value #WALK} rows at most; the index has the whole name beside each word, so that the other words cost nothing more.
 */
@Repository
class WordSearch {

    /** Rows of the index that one search walks through. */
    static final int WALK = 20_000;

    /** What is rarer needs no closer look at how rare it is. */
    private static final int FEW = 1_000;

    /** Above, it does not matter how frequent something is. */
    private static final int MANY = 5_000;

    /** Behind every letter and digit in whatever order the database sorts them. */
    private static final String LAST = "z".repeat(40);

    private final JdbcClient jdbc;

    WordSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return ids in order, {@code limit} at most */
    Result find(
            FacilityId facility,
            List<String> words,
            Optional<BirthDate> born,
            Optional<Sex> sex,
            Optional<PatientId> after,
            int limit) {
        List<Criterion> criteria = new ArrayList<>();
        words.forEach(word -> criteria.add(Criterion.word(criteria.size(), word)));
        born.ifPresent(date -> criteria.add(Criterion.born(criteria.size(), date)));
        Map<String, Object> values = new HashMap<>();
        criteria.forEach(each -> values.putAll(each.values()));
        values.put("facility", facility.value());
        values.put("limit", limit);
        after.ifPresent(one -> values.put("after", one.value()));
        sex.ifPresent(one -> values.put("sex", one.name()));
        String behind = after.isPresent() ? " and patient_id > :after" : "";
        String more = sex.isPresent() ? " and p.sex = :sex" : "";
        if (criteria.isEmpty()) {
            return new Result(
                    ids(
                            "select p.patient_id from patient p where p.facility_id = :facility"
                                    + behind.replace("patient_id", "p.patient_id") + more
                                    + " order by p.facility_id, p.patient_id limit :limit",
                            values),
                    false);
        }
        Map<Criterion, Integer> counts = counts(criteria, values);
        Criterion rarest =
                criteria.stream().min(Comparator.comparingInt(counts::get)).orElseThrow();
        StringBuilder others = new StringBuilder();
        boolean whole = !more.isEmpty();
        for (Criterion each : criteria) {
            if (each != rarest) {
                others.append(" and ").append(each.condition());
                whole |= !each.isWord();
            }
        }
        values.put("walk", WALK);
        List<PatientId> found = ids(
                "select distinct d.patient_id from (" + rarest.rows() + behind + rarest.order() + " limit :walk) d"
                        + (whole ? " join patient p on p.facility_id = :facility and p.patient_id = d.patient_id" : "")
                        + " where 1 = 1" + others + more + " order by d.patient_id limit :limit",
                values);
        return new Result(found, counts.get(rarest) >= MANY && count(rarest, values, WALK) == WALK);
    }

    /**
     * Whose name begins with these letters, in the order of names.
     *
     * @param letters of a {@link SearchName}, not empty
     */
    List<PatientId> beginning(FacilityId facility, String letters, Optional<BirthDate> born, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("facility", facility.value());
        values.put("from", letters);
        values.put("to", letters + LAST);
        values.put("like", letters + "%");
        values.put("walk", WALK);
        values.put("limit", limit);
        String date = "";
        if (born.isPresent()) {
            Criterion day = Criterion.born(0, born.get());
            values.putAll(day.values());
            date = " where " + day.condition().replace("p.", "d.");
        }
        return ids(
                "select d.patient_id from (select patient_id, search_name, birth_date from patient"
                        + " where facility_id = :facility and search_name >= :from and search_name <= :to"
                        + " and search_name like :like order by facility_id, search_name, birth_date, patient_id limit :walk) d"
                        + date + " order by d.search_name, d.birth_date, d.patient_id limit :limit",
                values);
    }

    /** How many rows each has; {@value #MANY} stand for more, and {@value #FEW} when another has fewer. */
    private Map<Criterion, Integer> counts(List<Criterion> criteria, Map<String, Object> values) {
        Map<Criterion, Integer> counts = new HashMap<>();
        criteria.forEach(each -> counts.put(each, count(each, values, FEW)));
        if (counts.values().stream().allMatch(count -> count == FEW)) {
            criteria.forEach(each -> counts.put(each, count(each, values, MANY)));
        }
        return counts;
    }

    /** So many, or {@code most}. */
    private int count(Criterion each, Map<String, Object> values, int most) {
        return jdbc.sql("select count(*) from (" + each.rows() + " limit " + most + ") few")
                .params(values)
                .query(Integer.class)
                .single();
    }

    private List<PatientId> ids(String sql, Map<String, Object> values) {
        return jdbc.sql(sql)
                .params(values)
                .query((row, n) -> new PatientId(row.getLong("patient_id")))
                .list();
    }

    /** @param cut whether perhaps not all were looked at */
    record Result(List<PatientId> ids, boolean cut) {}

    /**
     * One thing that was said of whoever is looked for.
     *
     * @param rows SQL of the index rows that fit it, with the patient's id and name
     * @param order in which its index has them
     * @param condition SQL on a row d with the name, or on a patient p
     */
    private record Criterion(boolean isWord, String rows, String order, String condition, Map<String, Object> values) {

        static Criterion word(int number, String beginning) {
            return new Criterion(
                    true,
                    "select patient_id, name from patient_word where facility_id = :facility and word >= :from" + number
                            + " and word <= :to" + number + " and word like :like" + number,
                    " order by facility_id, word, patient_id, name",
                    "' ' || d.name like :within" + number,
                    Map.of(
                            "from" + number, beginning,
                            "to" + number, beginning + LAST,
                            "like" + number, beginning + "%",
                            "within" + number, "% " + beginning + "%"));
        }

        static Criterion born(int number, BirthDate date) {
            String last =
                    switch (date.iso().length()) {
                        case 4 -> date.iso() + "-12-31";
                        case 7 -> date.iso() + "-31";
                        default -> date.iso();
                    };
            String range = "birth_date >= :from" + number + " and birth_date <= :to" + number;
            return new Criterion(
                    false,
                    "select patient_id, translate(search_name, 'y', 'i') as name from patient"
                            + " where facility_id = :facility and " + range,
                    " order by facility_id, birth_date, sex",
                    range.replace("birth_date", "p.birth_date"),
                    Map.of("from" + number, date.iso(), "to" + number, last));
        }
    }
}
