package vn.tiepdon.simulator.bench.checkin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.tiepdon.simulator.harness.ServerDatabase;

/**
 * PostgreSQL's own load driver, sending the statements of one check-in, one transaction for each: what a good server
 * without shared transactions could reach at most.
 */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int THREADS = 2;

    private static final String HEAD = """
            \\set n :n + 1
            \\set i :client_id * :each + :n
            \\set clinic 1 + :i % :clinics
            \\set patient 1 + :i / :clinics % :patients
            begin;
            """;

    private static final String NUMBER = """
            select last_number, called, in_a_row from ticket_counter where facility_id = 1 and clinic_id = :clinic and business_day = cast(:day as date) for update \\gset
            select ticket_id from ticket where facility_id = 1 and visit_clinic_id = :clinic and business_day = cast(:day as date) and open_patient_id = :patient;
            update ticket_counter set last_number = last_number + 1 where facility_id = 1 and clinic_id = :clinic and business_day = cast(:day as date);
            select gen_random_uuid() as ticket \\gset
            insert into ticket (facility_id, ticket_id, clinic_id, at_clinic_id, visit_clinic_id, business_day, number, mark, patient_id, open_patient_id, state, calls, issued_at, queued_at, expected_at, grounds, declared, version) values (1, :ticket, :clinic, :clinic, :clinic, cast(:day as date), :last_number + 1, null, :patient, :patient, 'WAITING', 0, now(), now(), null, '', '', 0);
            """;

    private static final String ANSWER = """
            insert into check_in (facility_id, check_in_id, device_id, request_hash, ticket_id, answer, made_at) values (1, gen_random_uuid()::text, 'pgbench', repeat('0', 64), :ticket, repeat('x', 600), now());
            """;

    private static final String BEFORE = """
            select request_hash from check_in where facility_id = 1 and check_in_id = lpad(to_hex(cast(:i as bigint)), 36, 'x');
            select patient_id, method, level, ground from identification where facility_id = 1 and identification_id = '00000000-0000-4000-8000-' || lpad(to_hex(cast(:patient as bigint)), 12, '0');
            """;

    private static final String COUNT = """
            select count(*) from ticket where facility_id = 1 and at_clinic_id = :clinic and business_day = cast(:day as date) and state = 'WAITING';
            """;

    private static final String EVENT = """
            update event_sequence set last_seq = last_seq + 1 where facility_id = 1;
            select last_seq from event_sequence where facility_id = 1 \\gset
            insert into event (facility_id, seq, kind, clinic_id, ticket_id, payload, at) values (1, :last_seq, 'ticket-issued', :clinic, :ticket, repeat('x', 120), now());
            """;

    /** What of a check-in is sent. */
    enum Script {
        /** Everything that the server's own transaction reads and writes. */
        WHOLE(HEAD + BEFORE + NUMBER + COUNT + ANSWER + EVENT + "commit;\n"),
        /** Counter, ticket and the kept answer alone: no event, so that nothing but the counters makes sessions wait. */
        BARE(HEAD + NUMBER + ANSWER + "commit;\n");

        private final String text;

        Script(String text) {
            this.text = text;
        }
    }

    private final Path program;
    private final ServerDatabase.Postgres database;
    private final Path folder;
    private final Wishes wishes;

    private Pgbench(Path program, ServerDatabase.Postgres database, Path folder, Wishes wishes) {
        this.program = program;
        this.database = database;
        this.folder = folder;
        this.wishes = wishes;
    }

    /** Empty where there is no pgbench on this machine. */
    static Optional<Pgbench> find(ServerDatabase.Postgres database, Path folder, Wishes wishes) {
        return program().map(found -> new Pgbench(found, database, folder, wishes));
    }

    private static Optional<Path> program() {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        if (!Files.isDirectory(DEBIAN)) {
            return executable(onPath);
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            List<Path> newestFirst = versions.sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .toList();
            return executable(Stream.concat(newestFirst.stream(), onPath));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> executable(Stream<Path> folders) {
        return folders.map(bin -> bin.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @return transactions a second */
    double run(Script script, int clients, Duration time) throws IOException, InterruptedException {
        Path file = folder.resolve(script.name().toLowerCase(Locale.ROOT) + ".sql");
        Files.writeString(file, script.text);
        Path output = folder.resolve("pgbench.log");
        String address = database.url().replaceFirst("^jdbc:postgresql://", "");
        String host = address.substring(0, address.indexOf(':'));
        String port = address.substring(address.indexOf(':') + 1, address.indexOf('/'));
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--host=" + host,
                        "--port=" + port,
                        "--username=" + database.user(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=" + Math.min(THREADS, clients),
                        "--time=" + time.toSeconds(),
                        "--file=" + file,
                        "--define=n=0",
                        "--define=day=" + Identified.businessDay(java.time.Clock.systemUTC()),
                        "--define=each=" + wishes.count() / clients,
                        "--define=clinics=" + wishes.clinics().size(),
                        "--define=patients=" + wishes.patients(),
                        "postgres")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(time.toSeconds() + 60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("pgbench does not end");
        }
        String said = Files.readString(output);
        Matcher rate = RATE.matcher(said);
        if (process.exitValue() != 0 || !rate.find()) {
            throw new IOException("pgbench ended with " + process.exitValue() + ": " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
