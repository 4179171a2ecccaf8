package vn.tiepdon.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.testing.OnPostgres;

@OnPostgres
class PostgresLimitsTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void noConnectionWaitsForeverOrHoldsALockForever() {
        for (int i = 0; i < 20; i++) {
            transaction.executeWithoutResult(status -> {
                assertThat(jdbc.queryForObject("show statement_timeout", String.class))
                        .isEqualTo("10s");
                assertThat(jdbc.queryForObject("show lock_timeout", String.class))
                        .isEqualTo("5s");
                assertThat(jdbc.queryForObject("show idle_in_transaction_session_timeout", String.class))
                        .isEqualTo("1min");
            });
        }
    }

    @Test
    void whatIsLookedUpOfAPatientOrAVisitHasAnIndex() {
        Set<String> indexes = new HashSet<>(
                jdbc.queryForList("select indexname from pg_indexes where schemaname = 'public'", String.class));
        assertThat(indexes)
                .contains("visit_newest_of_patient", "observation_of_visit", "identification_of_patient")
                .doesNotContain("visit_of_patient");
        assertThat(jdbc.queryForObject("select count(*) from pg_index where not indisvalid", Long.class))
                .isZero();
    }
}
