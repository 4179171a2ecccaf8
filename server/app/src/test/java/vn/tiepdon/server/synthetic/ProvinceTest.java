package vn.tiepdon.server.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tiepdon.server.testing.PostgresInstance;

class ProvinceTest {

    private static final String[] SMALL = {"--patients", "300", "--visits", "700", "--facilities=30", "--seed=7"};
    private static final String H2 =
            "jdbc:h2:file:%s;IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private final List<String> said = new ArrayList<>();
    private final ProvinceCommand command =
            new ProvinceCommand(Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC), said::add);

    @Test
    void everyVisitAndPatientAskedForIsGivenToAHouse() {
        for (int[] wish : new int[][] {{2_000_000, 3_200_000, 472}, {1, 0, 1}, {100, 3_200, 3}, {7, 3, 30}}) {
            ProvincePlan plan = ProvincePlan.of(wish[0], wish[1], wish[2]);
            assertThat(plan.shares()).hasSize(wish[2]);
            assertThat(plan.shares().stream().mapToInt(ProvinceShare::patients).sum())
                    .isEqualTo(wish[0]);
            assertThat(plan.shares().stream().mapToInt(ProvinceShare::visits).sum())
                    .isEqualTo(wish[1]);
            assertThat(plan.shares())
                    .allSatisfy(share -> assertThat(share.others()).isNotNegative());
        }
    }

    @Test
    void beyondAMillionPeopleNobodySharesANumber() {
        Set<String> numbers = new HashSet<>();
        for (int million = 0; million < 3; million++) {
            for (int i = 1; i <= 30_000; i++) {
                int serial = million * 1_000_000 + i;
                assertThat(numbers.add(InventedPatient.anyone(7, serial).national()))
                        .as("serial " + serial)
                        .isTrue();
                assertThat(numbers.add(Numbers.insurance(serial))).isTrue();
            }
        }
    }

    @Test
    void aProvinceInAnH2FileIsWholeAndTheSameForTheSameSeed(@TempDir Path one, @TempDir Path two) throws Exception {
        assertThat(make("--data", one.toString())).as(said.toString()).isZero();
        assertThat(make("--data", two.toString())).isZero();
        try (Connection first = h2(one);
                Connection second = h2(two)) {
            assertWhole(first);
            assertThat(everything(first)).isEqualTo(everything(second));
        }
        try (Stream<Path> files = Files.list(one)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("tiepdon.mv.db")
                    .doesNotContain("province.mv.db");
        }
    }

    @Test
    void aProvinceInPostgresIsWholeAndNoKeyIsLost() throws Exception {
        String url = PostgresInstance.newDatabase();
        ProvinceSchema.migrate("postgresql", url, "postgres", "");
        List<String> before = keys(url);
        assertThat(make("--database", url, "--user", "postgres"))
                .as(said.toString())
                .isZero();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            assertWhole(connection);
        }
        assertThat(keys(url)).isEqualTo(before).hasSizeGreaterThan(100);
    }

    @Test
    void anH2FileHasAllTheKeysOfAnyOther(@TempDir Path folder, @TempDir Path other) throws Exception {
        assertThat(make("--data", folder.toString())).isZero();
        ProvinceSchema.migrate(
                "h2", H2.formatted(other.resolve("tiepdon")).replace(";IFEXISTS=TRUE", ""), "tiepdon", "");
        try (Connection province = h2(folder);
                Connection empty = h2(other)) {
            assertThat(definitions(province)).isEqualTo(definitions(empty)).hasSizeGreaterThan(100);
        }
    }

    private static List<String> definitions(Connection connection) throws SQLException {
        return texts(connection, "script nodata nosettings").stream()
                .filter(statement -> statement.startsWith("ALTER TABLE") || statement.startsWith("CREATE INDEX"))
                // Indexes that keys make for themselves are numbered as they come.
                .map(statement -> statement.replaceFirst(" INDEX \"public\".\"\\w+\"", ""))
                .sorted()
                .toList();
    }

    @Test
    void bothDatabasesHoldTheSamePeopleAndVisits(@TempDir Path folder) throws Exception {
        String url = PostgresInstance.newDatabase();
        make("--data", folder.toString());
        make("--database", url, "--user", "postgres");
        try (Connection h2 = h2(folder);
                Connection postgres = DriverManager.getConnection(url, "postgres", "")) {
            assertThat(everything(postgres)).isEqualTo(everything(h2));
        }
    }

    @Test
    void aDatabaseWithAHospitalInItIsLeftAlone(@TempDir Path folder) throws Exception {
        String url = PostgresInstance.newDatabase();
        assertThat(make("--database", url, "--user", "postgres")).isZero();
        assertThat(make("--database", url, "--user", "postgres")).isEqualTo(1);
        assertThat(make("--data", folder.toString())).isZero();
        assertThat(make("--data", folder.toString())).isEqualTo(1);
        assertThat(said.get(said.size() - 1)).contains("give another folder");
    }

    @Test
    void whoeverIsCutOffLeavesAnEmptyDatabaseWithAllItsKeys() throws Exception {
        String url = PostgresInstance.newDatabase();
        ProvinceSchema.migrate("postgresql", url, "postgres", "");
        List<String> before = keys(url);
        try (ProvinceDatabase database = ProvincePostgres.at(url, "postgres", "")) {
            Rows rows = new Rows();
            rows.add(FilledTable.PATIENT_WORD, 1, 1L, "nguien", "nguien");
            database.write(rows);
        }
        assertThat(keys(url)).isEqualTo(before);
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            assertThat(texts(connection, "select word from patient_word")).isEmpty();
        }
    }

    @Test
    void wrongWordsAreNamed() {
        assertThat(command.run(List.of("--patient", "3"), Map.of())).isEqualTo(2);
        assertThat(command.run(List.of("--visits", "many"), Map.of())).isEqualTo(2);
        assertThat(command.run(List.of("--seed"), Map.of())).isEqualTo(2);
        assertThat(said)
                .containsExactly(
                        "unknown option --patient",
                        "--visits wants a number from 0 to 100,000,000",
                        "--seed wants a value");
    }

    private int make(String... where) {
        return command.run(
                Stream.concat(Arrays.stream(SMALL), Arrays.stream(where)).toList(), Map.of());
    }

    private static void assertWhole(Connection connection) throws SQLException {
        assertThat(texts(connection, "select count(*) from patient")).containsExactly("300");
        assertThat(texts(connection, "select count(*) from visit")).containsExactly("700");
        assertThat(texts(connection, "select count(*) from facility")).containsExactly("30");
        assertThat(texts(connection, """
                        select count(*) from (select patient_id from visit where kind = '05'
                        group by facility_id, patient_id having count(*) <> 12) x""")).containsExactly("0");
        assertThat(texts(connection, """
                        select count(*) from observation o where not exists (select 1 from visit v
                        where v.facility_id = o.facility_id and v.visit_id = o.visit_id
                            and v.patient_id = o.patient_id)""")).containsExactly("0");
        assertThat(texts(connection, """
                        select count(*) from patient p where not exists (select 1 from patient_word w
                        where w.facility_id = p.facility_id and w.patient_id = p.patient_id)""")).containsExactly("0");
    }

    /** All rows that were invented, in an order of their own. */
    private static List<String> everything(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        for (FilledTable table : FilledTable.values()) {
            String columns = table.target().replaceAll(".*\\(|\\)", "").replace("created_at", "version");
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select " + columns + " from " + table.table())) {
                while (row.next()) {
                    StringBuilder text = new StringBuilder(table.table());
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        Object value = row.getObject(i);
                        text.append('|').append(plain(value));
                    }
                    rows.add(text.toString());
                }
            }
            rows.sort(null);
            all.addAll(rows);
        }
        return all;
    }

    private static String plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof OffsetDateTime at) {
            return at.toInstant().toString();
        }
        return value instanceof Timestamp at ? at.toInstant().toString() : String.valueOf(value);
    }

    private static List<String> keys(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            List<String> keys = texts(connection, """
                    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated
                    from pg_constraint where connamespace = 'public'::regnamespace order by 1""");
            keys.addAll(texts(connection, "select indexdef from pg_indexes where schemaname = 'public' order by 1"));
            return keys;
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static Connection h2(Path folder) throws SQLException, IOException {
        return DriverManager.getConnection(H2.formatted(folder.toRealPath().resolve("tiepdon")), "tiepdon", "");
    }
}
