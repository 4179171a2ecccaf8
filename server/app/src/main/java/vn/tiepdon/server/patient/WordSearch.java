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
 * {@value #WALK} rows at most, and the rest is looked up for each: so no search reads a whole hospital.
 */
@Repository
class WordSearch {

    /** Rows of the index that one search walks through. */
    static final int WALK = 20_000;

    /** Above, it does not matter how frequent something is. */
    private static final int COUNTED = 2_000;

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
        for (String word : words) {
            criteria.add(Criterion.word(criteria.size(), word));
        }
        born.ifPresent(date -> criteria.add(Criterion.born(criteria.size(), date)));
        Map<String, Object> values = new HashMap<>();
        criteria.forEach(each -> values.putAll(each.values()));
        values.put("facility", facility.value());
        values.put("after", after.map(PatientId::value).orElse(Long.MIN_VALUE));
        values.put("limit", limit);
        sex.ifPresent(one -> values.put("sex", one.name()));
        String more = sex.isPresent() ? " and p.sex = :sex" : "";
        if (criteria.isEmpty()) {
            return new Result(
                    ids(
                            "select p.patient_id from patient p where p.facility_id = :facility"
                                    + " and p.patient_id > :after" + more + " order by p.patient_id limit :limit",
                            values),
                    false);
        }
        Map<Criterion, Integer> counts = counts(criteria, values);
        Criterion rarest =
                criteria.stream().min(Comparator.comparingInt(counts::get)).orElseThrow();
        String others = criteria.stream()
                .filter(each -> each != rarest)
                .map(each -> " and " + each.condition())
                .reduce("", String::concat);
        values.put("walk", WALK);
        List<PatientId> found = ids(
                "select distinct p.patient_id from (" + rarest.walk() + " limit :walk) d"
                        + " join patient p on p.facility_id = :facility and p.patient_id = d.patient_id"
                        + " where p.patient_id > :after" + others + more + " order by p.patient_id limit :limit",
                values);
        return new Result(found, counts.get(rarest) >= COUNTED);
    }

    private Map<Criterion, Integer> counts(List<Criterion> criteria, Map<String, Object> values) {
        Map<Criterion, Integer> counts = new HashMap<>();
        for (Criterion each : criteria) {
            counts.put(
                    each,
                    criteria.size() == 1 && !each.isWord()
                            ? 0
                            : jdbc.sql("select count(*) from (" + each.rows() + " limit " + COUNTED + ") few")
                                    .params(values)
                                    .query(Integer.class)
                                    .single());
        }
        return counts;
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
     * @param rows SQL of the index rows that fit it, with the patient's id
     * @param order in which its index has them
     * @param condition SQL on a patient p
     */
    private record Criterion(boolean isWord, String rows, String order, String condition, Map<String, Object> values) {

        static Criterion word(int number, String beginning) {
            String range = "word >= :from" + number + " and word <= :to" + number + " and word like :like" + number;
            return new Criterion(
                    true,
                    "select patient_id from patient_word where facility_id = :facility and " + range,
                    " and patient_id > :after order by word, patient_id",
                    "exists (select 1 from patient_word w where w.facility_id = p.facility_id"
                            + " and w.patient_id = p.patient_id and "
                            + range.replace("word", "w.word") + ")",
                    Map.of(
                            "from" + number, beginning,
                            "to" + number, beginning + LAST,
                            "like" + number, beginning + "%"));
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
                    "select patient_id from patient where facility_id = :facility and " + range,
                    " and patient_id > :after order by birth_date, sex, patient_id",
                    range.replace("birth_date", "p.birth_date"),
                    Map.of("from" + number, date.iso(), "to" + number, last));
        }

        String walk() {
            return rows + order;
        }
    }
}
