package vn.tiepdon.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tiepdon.server.testing.PostgresInstance;

/** A hospital's database becomes that of the next version, whatever is in it. */
class MigrationTest {

    private static final List<String> A_HOSPITAL_AT_WORK = List.of(
            "insert into facility values (1, '36999', 'Bệnh viện', 'Hospital', 'quầy số 1', 'desk 1',"
                    + " 'Asia/Ho_Chi_Minh', '03:00')",
            "insert into clinic values (1, 1, 'TIM', 'Tim mạch', 'Cardiology', 10, 1)",
            "insert into patient values (1, 7, 'Nguyễn Thị Minh', 'nguyen thi minh', '1950', 'FEMALE',"
                    + " current_timestamp)",
            "insert into patient_identifier values (1, 7, 'HOSPITAL', 'BN000007', 'BN000007', '2021-07-01', null)",
            "insert into chronic_programme (facility_id, patient_id, code, clinic_id) values (1, 7, 'COPD', 1)",
            "insert into visit (facility_id, visit_id, patient_id, clinic_id, on_day, diagnosis_code, diagnosis_vi,"
                    + " diagnosis_en) values (1, 1, 7, 1, '2026-10-01', 'I10', 'Tăng huyết áp', 'Hypertension')",
            "insert into device (facility_id, device_id, kind, name, clinics, revoked)"
                    + " values (1, 'k', 'KIOSK', 'Kiosk', '', false)");

    @TempDir
    static Path folder;

    static Stream<Database> databases() {
        String h2 = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        return Stream.of(
                new Database("h2", h2.formatted(folder.resolve("one")), "tiepdon"),
                new Database("postgresql", PostgresInstance.newDatabase(), "postgres"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDatabaseInUseSinceVersion5LosesNothing(Database database) {
        JdbcTemplate jdbc = database.jdbc();
        database.migrateTo(MigrationVersion.fromVersion("5"));
        A_HOSPITAL_AT_WORK.forEach(jdbc::execute);
        database.migrateTo(MigrationVersion.LATEST);
        assertThat(jdbc.queryForList(
                        "select v.diagnosis_code from visit v join patient_identifier i"
                                + " on i.facility_id = v.facility_id and i.patient_id = v.patient_id"
                                + " where i.current_value = 'BN000007'",
                        String.class))
                .containsExactly("I10");
        assertThat(jdbc.queryForObject("select kind || version from visit", String.class))
                .isEqualTo("011");
        assertThat(jdbc.queryForObject("select count(*) from patient where changed_at is null", Integer.class))
                .isZero();
        assertThat(indexesOfVisits(jdbc)).contains("visit_newest_of_patient").doesNotContain("visit_of_patient");
    }

    private static List<String> indexesOfVisits(JdbcTemplate jdbc) {
        String sql = "select %s from %s where lower(%s) = 'visit'";
        boolean h2 = jdbc.getDataSource() instanceof DriverManagerDataSource source
                && String.valueOf(source.getUrl()).startsWith("jdbc:h2");
        return jdbc.queryForList(
                h2
                        ? sql.formatted("lower(index_name)", "information_schema.indexes", "table_name")
                        : sql.formatted("indexname", "pg_indexes", "tablename"),
                String.class);
    }

    record Database(String vendor, String url, String user) {

        JdbcTemplate jdbc() {
            return new JdbcTemplate(new DriverManagerDataSource(url, user, ""));
        }

        void migrateTo(MigrationVersion version) {
            Flyway.configure()
                    .dataSource(url, user, "")
                    .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                    .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                    .target(version)
                    .load()
                    .migrate();
        }

        @Override
        public String toString() {
            return vendor;
        }
    }
}
