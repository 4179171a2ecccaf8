package vn.tiepdon.server.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Remembers who may be one person, and what was decided. */
@Repository
class DuplicateRows {

    private static final int DECIMALS = 4;

    private static final String ADD = """
            insert into patient_duplicate (facility_id, first_id, second_id, score, state, found_at)
            select f.facility_id, ?, ?, ?, 'OPEN', ? from facility f
            where f.facility_id = ? and not exists (select 1 from patient_duplicate d
                    where d.facility_id = f.facility_id and d.first_id = ? and d.second_id = ?)
                and not exists (select 1 from patient_merge m join patient_duplicate d
                    on d.facility_id = m.facility_id and d.state = 'DIFFERENT'
                        and (d.first_id = m.gone_id and d.second_id in (?, ?)
                            or d.second_id = m.gone_id and d.first_id in (?, ?))
                    where m.facility_id = f.facility_id and m.kept_id in (?, ?) and m.parted_at is null)""";

    /** Of two who are both there, with the codes that pages call them by. */
    private static final String OPEN = """
             from patient_duplicate d
            join patient one on one.facility_id = d.facility_id and one.patient_id = d.first_id
            join patient other on other.facility_id = d.facility_id and other.patient_id = d.second_id
            where d.facility_id = ? and d.state = 'OPEN'""";

    private final JdbcTemplate jdbc;
    private final HospitalClock clock;

    DuplicateRows(JdbcTemplate jdbc, HospitalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Pairs that nobody has decided on get their score of today; those that somebody told apart, also before one of them
     * was merged, are left in peace.
     *
     * @return how many are new
     */
    int note(FacilityId facility, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return 0;
        }
        jdbc.batchUpdate(
                """
                update patient_duplicate set score = ?
                where facility_id = ? and first_id = ? and second_id = ? and state = 'OPEN'""",
                pairs.stream()
                        .map(pair -> new Object[] {
                            decimal(pair.score()),
                            facility.value(),
                            pair.first().value(),
                            pair.second().value()
                        })
                        .toList());
        int sum = 0;
        for (int one : jdbc.batchUpdate(
                ADD, pairs.stream().map(pair -> added(facility, pair)).toList())) {
            sum += one;
        }
        return sum;
    }

    private Object[] added(FacilityId facility, Pair pair) {
        long first = pair.first().value();
        long second = pair.second().value();
        OffsetDateTime at = clock.now().atOffset(ZoneOffset.UTC);
        return new Object[] {
            first,
            second,
            decimal(pair.score()),
            at,
            facility.value(),
            first,
            second,
            first,
            second,
            first,
            second,
            first,
            second
        };
    }

    /** The likeliest first. */
    List<Pair> open(FacilityId facility, int skip, int atMost) {
        return jdbc.query(
                "select d.first_id, d.second_id, d.score" + OPEN
                        + " order by d.score desc, d.first_id, d.second_id limit ? offset ?",
                (row, n) -> new Pair(
                        new PatientId(row.getLong("first_id")),
                        new PatientId(row.getLong("second_id")),
                        row.getDouble("score")),
                facility.value(),
                atMost,
                skip);
    }

    /** @return not more than this many */
    int count(FacilityId facility, int atMost) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select count(*) from (select d.first_id" + OPEN + " limit ?) few",
                        Integer.class,
                        facility.value(),
                        atMost))
                .orElse(0);
    }

    List<Pair> openOf(FacilityId facility, PatientId patient, int atMost) {
        return jdbc.query(
                "select d.first_id, d.second_id, d.score" + OPEN
                        + " and (d.first_id = ? or d.second_id = ?) order by d.score desc limit ?",
                (row, n) -> new Pair(
                        new PatientId(row.getLong("first_id")),
                        new PatientId(row.getLong("second_id")),
                        row.getDouble("score")),
                facility.value(),
                patient.value(),
                patient.value(),
                atMost);
    }

    void decide(FacilityId facility, Pair pair, boolean same, String by) {
        OffsetDateTime at = clock.now().atOffset(ZoneOffset.UTC);
        String state = same ? "SAME" : "DIFFERENT";
        int updated = jdbc.update(
                """
                update patient_duplicate set state = ?, decided_at = ?, decided_by = ?
                where facility_id = ? and first_id = ? and second_id = ?""",
                state,
                at,
                by,
                facility.value(),
                pair.first().value(),
                pair.second().value());
        if (updated == 0) {
            jdbc.update(
                    """
                    insert into patient_duplicate (facility_id, first_id, second_id, score, state, found_at, decided_at,
                        decided_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""",
                    facility.value(),
                    pair.first().value(),
                    pair.second().value(),
                    decimal(pair.score()),
                    state,
                    at,
                    at,
                    by);
        }
    }

    private static BigDecimal decimal(double score) {
        return BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.DOWN);
    }
}
