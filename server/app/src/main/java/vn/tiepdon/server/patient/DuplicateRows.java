package vn.tiepdon.server.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Remembers who may be one person. */
@Repository
class DuplicateRows {

    private static final int DECIMALS = 4;

    private final JdbcTemplate jdbc;
    private final HospitalClock clock;

    DuplicateRows(JdbcTemplate jdbc, HospitalClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Pairs that nobody has decided on get their score of today; those that somebody told apart are left in peace. */
    int note(FacilityId facility, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return 0;
        }
        OffsetDateTime at = clock.now().atOffset(ZoneOffset.UTC);
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
        int[] added = jdbc.batchUpdate(
                """
                insert into patient_duplicate (facility_id, first_id, second_id, score, state, found_at)
                select f.facility_id, ?, ?, ?, 'OPEN', ? from facility f
                where f.facility_id = ? and not exists (select 1 from patient_duplicate d
                    where d.facility_id = f.facility_id and d.first_id = ? and d.second_id = ?)""",
                pairs.stream()
                        .map(pair -> new Object[] {
                            pair.first().value(),
                            pair.second().value(),
                            decimal(pair.score()),
                            at,
                            facility.value(),
                            pair.first().value(),
                            pair.second().value()
                        })
                        .toList());
        int sum = 0;
        for (int one : added) {
            sum += one;
        }
        return sum;
    }

    private static BigDecimal decimal(double score) {
        return BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.DOWN);
    }
}
