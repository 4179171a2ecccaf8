package vn.tiepdon.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** With the time-outs that the server's statements have, H2 counts nothing by itself. */
class H2StatisticsTest {

    private static final int ROWS = 6_000;
    /** Of a column that was never counted: percent of its values that are different. */
    private static final int BELIEVED = 50;

    @TempDir
    Path folder;

    private SingleConnectionDataSource database;
    private JdbcTemplate jdbc;
    private H2Statistics statistics;

    @BeforeEach
    void aTableThatGrew() {
        database = new SingleConnectionDataSource(
                "jdbc:h2:file:" + folder.resolve("one") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", true);
        jdbc = new JdbcTemplate(database);
        jdbc.setQueryTimeout(8);
        jdbc.execute("create table number (facility_id integer not null, kind varchar(16) not null,"
                + " no varchar(20) not null, now varchar(20), owner bigint not null,"
                + " primary key (facility_id, kind, no, owner), unique (facility_id, kind, now))");
        statistics = new H2Statistics(jdbc, new WriteLock(), Duration.ofSeconds(1));
        grow(0);
    }

    @AfterEach
    void close() {
        jdbc.execute("shutdown immediately");
        database.destroy();
    }

    @Test
    void whatNobodyCountedIsCounted() {
        assertThat(selectivity("facility_id")).isEqualTo(BELIEVED);
        statistics.round();
        assertThat(selectivity("facility_id")).isEqualTo(1);
        assertThat(selectivity("no")).isEqualTo(100);
    }

    @Test
    void aTableIsCountedAnewWhenItHasDoubled() {
        statistics.round();
        jdbc.execute("alter table number alter column owner selectivity 7");
        grow(ROWS);
        statistics.round();
        assertThat(selectivity("owner")).isEqualTo(7);
        grow(2 * ROWS);
        statistics.round();
        assertThat(selectivity("owner")).isNotEqualTo(7);
    }

    @Test
    void whatWasCountedBeforeARestartIsNotCountedAgain() {
        statistics.round();
        jdbc.execute("alter table number alter column owner selectivity 7");
        new H2Statistics(jdbc, new WriteLock(), Duration.ofSeconds(1)).round();
        assertThat(selectivity("owner")).isEqualTo(7);
    }

    private void grow(int from) {
        jdbc.batchUpdate(
                "insert into number values (1, 'NATIONAL', ?, ?, 1)",
                IntStream.range(from, from + ROWS)
                        .mapToObj(i -> new Object[] {"N" + i, "N" + i})
                        .toList());
    }

    private int selectivity(String column) {
        return jdbc.queryForObject(
                "select selectivity from information_schema.columns where table_name = 'number' and column_name = ?",
                Integer.class,
                column);
    }
}
