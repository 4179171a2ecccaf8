package vn.tiepdon.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.OwnServer;
import vn.tiepdon.server.testing.PostgresInstance;
import vn.tiepdon.server.testing.TestHospitals;

/** A province's hospitals can be told apart onto several databases, by the one column that all their tables have. */
@OnPostgres
class ShardsTest {

    private static final Path SCALE = Path.of("..", "..", "docs", "scale.md");
    private static final String SECTION = "## A province on a distributed PostgreSQL";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| `([^`]+)` \\| \\S.*\\|$");

    private static final String WITHOUT_FACILITY = """
            select c.relname || ': no facility_id' from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
                select 1 from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'facility_id' and a.attnotnull)""";

    /** Of the tables that have the column: the columns of each key and index. */
    private static final String INDEXES = """
            select t.relname as table_name, i.indisprimary, i.indisunique, array_to_string(array(
                select coalesce(a.attname, '?') from unnest(i.indkey::int2[]) with ordinality k (number, place)
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number and k.number > 0
                order by k.place), ', ') as columns
            from pg_index i
            join pg_class t on t.oid = i.indrelid and t.relnamespace = 'public'::regnamespace
            join pg_attribute f on f.attrelid = t.oid and f.attname = 'facility_id'""";

    /** Between tables that both have the column: foreign keys that do not carry it from one to the other. */
    private static final String LOOSE_KEYS = """
            select k.conrelid::regclass || ': ' || pg_get_constraintdef(k.oid) from pg_constraint k
            join pg_attribute here on here.attrelid = k.conrelid and here.attname = 'facility_id'
            join pg_attribute there on there.attrelid = k.confrelid and there.attname = 'facility_id'
            where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
                select 1 from unnest(k.conkey, k.confkey) pair (one, other)
                where pair.one = here.attnum and pair.other = there.attnum)""";

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestHospitals hospitals;

    @LocalServerPort
    int port;

    @Test
    void everyTableIsShardedByItsHospitalOrNamedAmongTheExceptions() throws IOException {
        Set<String> against = new TreeSet<>(jdbc.queryForList(WITHOUT_FACILITY, String.class));
        against.addAll(jdbc
                .query(INDEXES, (row, n) -> {
                    List<String> columns = List.of(row.getString("columns").split(", "));
                    boolean first = columns.get(0).equals("facility_id");
                    boolean within = row.getBoolean("indisunique")
                            && !row.getBoolean("indisprimary")
                            && columns.contains("facility_id");
                    String kind = row.getBoolean("indisprimary")
                            ? "primary key"
                            : row.getBoolean("indisunique") ? "unique" : "index";
                    String named = "%s: %s (%s)".formatted(row.getString("table_name"), kind, row.getString("columns"));
                    return first || within ? "" : named;
                })
                .stream()
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet()));
        assertThat(against).as("what docs/scale.md says beside what is").isEqualTo(exceptions());
    }

    private static Set<String> exceptions() throws IOException {
        String text = Files.readString(SCALE);
        int from = text.indexOf(SECTION);
        assertThat(from).isPositive();
        Stream<MatchResult> rows =
                ROW.matcher(text.substring(from, text.indexOf("\n## ", from))).results();
        return rows.map(it -> it.group(1) + ": " + it.group(2)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyForeignKeyStaysWithinItsHospital() {
        assertThat(jdbc.queryForList(LOOSE_KEYS, String.class)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from pg_constraint where contype = 'f'", Integer.class))
                .isGreaterThan(50);
    }

    @Test
    void twoDatabasesWithAServerEachNumberTheirPeopleAloneAndLetNobodyOfTheOtherIn() {
        try (OwnServer second = OwnServer.onPostgres(PostgresInstance.newDatabase())) {
            Hall one = new Hall(hospitals.open(), port);
            Hall other = new Hall(second.part(TestHospitals.class).open(), second.port());
            String known = one.newcomer();
            String same = other.newcomer();
            assertThat(same).as("a national number that both hospitals know").isEqualTo(known);
            assertThat(List.of(
                            one.arrive(known, "TIM").ticket().number(),
                            other.arrive(same, "TIM").ticket().number(),
                            other.arrive("TIM").number(),
                            one.arrive("TIM").number()))
                    .containsExactly(1, 1, 2, 2);
            String ofOne = one.hospital().kiosk().token();
            assertThat(configuration(port, ofOne)).isEqualTo(200);
            assertThat(configuration(second.port(), ofOne)).isEqualTo(401);
            assertThat(configuration(port, other.hospital().kiosk().token())).isEqualTo(401);
            assertThat(jdbc.queryForObject(
                            "select count(*) from facility where facility_id = ?",
                            Integer.class,
                            other.hospital().id().value()))
                    .isZero();
        }
    }

    private static int configuration(int server, String token) {
        return new KioskClient(server, token)
                .get(ApiPaths.KIOSK_CONFIGURATION, null)
                .statusCode();
    }
}
