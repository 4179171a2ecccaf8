package vn.tiepdon.server.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.api.exchange.ImportStatus;
import vn.tiepdon.api.exchange.RefusedRecord;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.ImportFormat;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.exchange.WriteResult;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.xml.TestFiles;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestData;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

abstract class ImportPromises {

    private static final Duration TURN = Duration.ofMillis(80);

    private static final long PATIENCE_MILLIS = 20_000;

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    ImportJobs imports;

    @Autowired
    JobTable jobs;

    @Autowired
    RefusalTable refusals;

    @Autowired
    BatchWriter writer;

    @Autowired
    List<ImportFormat<HospitalRecord>> formats;

    @Autowired
    ClinicalRecords records;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    TestHospital hospital;
    ClinicId heart;
    String admin;

    @BeforeEach
    void aHospital() {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 10);
        hospital.clinic("PHOI", 10);
        admin = hospital.staff(Role.ADMIN);
    }

    @Test
    void aFileThatIsSentIsImportedAndItsRefusalsAreReported() throws Exception {
        String file = TestFiles.file(
                TestFiles.visit(1),
                TestFiles.visit(2, "NGAY_VAO", "202613050830"),
                TestFiles.visit(3, "MA_KHOA", "K99"),
                TestFiles.record());
        ImportStatus done = ended(send(file));
        assertThat(done.state()).isEqualTo("DONE");
        assertThat(done.format()).isEqualTo("INSURANCE_XML");
        assertThat(done.records()).isEqualTo(4);
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.patients()).isEqualTo(2);
        assertThat(done.refused()).isEqualTo(2);
        assertThat(done.setAside()).containsEntry("XML3", 2L);
        List<RefusedRecord> refused = List.of(JsonMapper.shared()
                .readValue(get("/api/exchange/imports/" + done.id() + "/refusals"), RefusedRecord[].class));
        assertThat(refused)
                .extracting(RefusedRecord::line, RefusedRecord::sourceId, RefusedRecord::reason, RefusedRecord::field)
                .containsExactly(
                        tuple(4L, "LK000002", "DATE_INVALID", "NGAY_VAO"), tuple(6L, null, "PART_MISSING", "XML1"));
        assertThat(get("/api/exchange/imports/" + done.id() + "/refusals.csv"))
                .contains("2,4,LK000002,DATE_INVALID,NGAY_VAO,Ngày giờ không đúng.");
        Visit visit = records.visitOfSource(hospital.id(), "LK000001").orElseThrow();
        assertThat(visit.details().prescriptions()).hasSize(1);
        assertThat(visit.details().observations()).hasSize(3);
        assertThat(records.visitOfSource(hospital.id(), "LK000003")
                        .orElseThrow()
                        .clinic())
                .as("a department that is no clinic here")
                .isEqualTo(heart);
        assertThat(records.visitOfSource(hospital.id(), "LK000002")).isEmpty();
    }

    @Test
    void theSameRecordInTwoFilesIsOneVisitAndAChangedOneIsSaid() throws Exception {
        String first = TestFiles.file(TestFiles.visit(1), TestFiles.visit(2));
        assertThat(ended(send(first)).created()).isEqualTo(2);
        ImportStatus again = ended(send(first));
        assertThat(again.same()).isEqualTo(2);
        assertThat(again.created() + again.changed() + again.patients()).isZero();
        ImportStatus other = ended(send(TestFiles.file(TestFiles.visit(1), TestFiles.visit(2, "GHI_CHU", "Ăn nhạt"))));
        assertThat(other.same()).isEqualTo(1);
        assertThat(other.changed()).isEqualTo(1);
        assertThat(visits()).isEqualTo(2);
    }

    @Test
    void whoIsKnownByANumberIsFoundAndWhoIsMuchAlikeIsListed() throws Exception {
        PatientId known = hospital.patient("NGUYEN THI MAU BA", "1960", Sex.FEMALE);
        hospital.identifier(known, IdentifierKind.NATIONAL, "001160000001");
        ImportStatus done = ended(send(TestFiles.file(TestFiles.visit(1))));
        assertThat(done.patients()).isZero();
        assertThat(records.visitOfSource(hospital.id(), "LK000001")
                        .orElseThrow()
                        .patient())
                .isEqualTo(known);
    }

    @Test
    void aFileThatBreaksOffKeepsWhatIsWholeAndSaysWhere() throws Exception {
        String file = TestFiles.file(TestFiles.visit(1), TestFiles.visit(2));
        ImportStatus broken = ended(send(file.substring(0, file.length() - 400)));
        assertThat(broken.state()).isEqualTo("BROKEN");
        assertThat(broken.brokenLine()).isEqualTo(4);
        assertThat(broken.brokenReason()).isEqualTo("FILE_BROKEN");
        assertThat(broken.created()).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiesBetweenOrInsideItsTransactionsLosesNoRecordAndDoublesNone() throws Exception {
        int many = 150;
        String file = TestFiles.file(IntStream.rangeClosed(1, many)
                .mapToObj(i -> i % 10 == 0 ? TestFiles.visit(i, "GIOI_TINH", "9") : TestFiles.visit(i))
                .toArray(String[]::new));
        ImportJob job = job(file);
        int deaths = 0;
        for (IntPredicate dies : List.<IntPredicate>of(batch -> batch == 1, batch -> batch == 2, batch -> batch == 2)) {
            assertThat(writer.take(job)).isTrue();
            ImportJob taken = jobs.find(hospital.id(), job.id()).orElseThrow();
            Mortal format = new Mortal(insurance(), dies, deaths++ % 2 == 0);
            assertThatThrownBy(
                            () -> new JobRun<>(format, writer, TURN, CountedThread.endless()).run(taken, bytes(file)))
                    .isInstanceOf(Death.class);
            assertThat(jobs.take(
                            job, UUID.randomUUID(), Instant.now(), Instant.now().plusSeconds(9)))
                    .as("held for a while by who died")
                    .isFalse();
            writer.leave(job);
        }
        assertThat(writer.take(job)).isTrue();
        new JobRun<>(insurance(), writer, TURN, CountedThread.endless())
                .run(jobs.find(hospital.id(), job.id()).orElseThrow(), bytes(file));
        ImportJob done = jobs.find(hospital.id(), job.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts().items()).isEqualTo(many);
        assertThat(done.counts().visitsNew()).isEqualTo(visits()).isEqualTo(many - many / 10);
        assertThat(done.counts().refused()).isEqualTo(many / 10);
        assertThat(refusals.after(hospital.id(), job.id(), 0, 100))
                .extracting(RefusedItem::item)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, many / 10)
                        .mapToObj(i -> i * 10L)
                        .toList());
    }

    @Test
    void aWorkerThatStoodStillTooLongWritesNothingMore() throws Exception {
        String file = TestFiles.file(TestFiles.visit(1));
        ImportJob job = job(file);
        assertThat(writer.take(job)).isTrue();
        writer.leave(job);
        assertThat(jobs.take(
                        job,
                        UUID.randomUUID(),
                        Instant.now().plusSeconds(1),
                        Instant.now().plusSeconds(60)))
                .isTrue();
        assertThatThrownBy(() -> new JobRun<>(insurance(), writer, TURN, CountedThread.endless()).run(job, bytes(file)))
                .isInstanceOf(JobLostException.class);
        assertThat(visits()).isZero();
    }

    @Test
    void aServerThatStopsDoesNotTryOnAndRefusesNothingThatFailsBecauseOfOthers() throws Exception {
        String file = TestFiles.file(TestFiles.visit(1));
        ImportJob job = job(file);
        assertThat(writer.take(job)).isTrue();
        AtomicInteger tries = new AtomicInteger();
        JobRun<HospitalRecord> run = new JobRun<>(new Lost(insurance(), tries), writer, TURN, new CountedThread(2));
        assertThatThrownBy(() -> run.run(job, bytes(file))).isInstanceOf(RecoverableDataAccessException.class);
        assertThat(tries).hasValue(3);
        assertThat(refusals.after(hospital.id(), job.id(), 0, 10)).isEmpty();
        writer.leave(job);
        assertThat(writer.take(job)).isTrue();
        new JobRun<>(insurance(), writer, TURN, CountedThread.endless()).run(job, bytes(file));
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void oneRecordThatTheDatabaseWillNotHaveIsRefusedAloneAndOneFileRunsAtATime() throws Exception {
        String file = TestFiles.file(TestFiles.visit(1), TestFiles.visit(2), TestFiles.visit(3));
        ImportJob job = job(file);
        ImportJob second = job(file);
        assertThat(writer.take(job)).isTrue();
        assertThat(writer.take(second)).isFalse();
        new JobRun<>(new Choosy(insurance(), "LK000002"), writer, TURN, CountedThread.endless()).run(job, bytes(file));
        assertThat(visits()).isEqualTo(2);
        assertThat(refusals.after(hospital.id(), job.id(), 0, 10))
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.sourceId()).contains("LK000002");
                    assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.NOT_STORABLE);
                });
        assertThat(writer.take(second)).isTrue();
        imports.cancel(hospital.id(), admin, "test", second.id());
        new JobRun<>(insurance(), writer, TURN, CountedThread.endless()).run(second, bytes(file));
        assertThat(jobs.find(hospital.id(), second.id()).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
    }

    @Test
    void whatIsExportedMakesTheSameHospitalElsewhere() throws Exception {
        String file = TestFiles.file(
                TestFiles.visit(1),
                TestFiles.visit(2, "NGAY_SINH", "195000000000", "NGAY_RA", "", "MA_KHOA", "PHOI"),
                TestFiles.visit(3, "MA_BN", "BN000001", "SO_CCCD", "001160000001", "HO_TEN", "Nguyễn Thị Mẫu Ba")
                        .replace("DN40101900000003;GD40101900000003", "DN40101900000001"),
                TestFiles.visit(4, "GHI_CHU", "Ăn nhạt; đi bộ", "CAN_NANG", "", "NGAY_TAI_KHAM", ""));
        assertThat(ended(send(file)).refused()).isZero();
        Map<String, HospitalRecord> here = read(get("/api/exchange/export"));
        assertThat(here).hasSize(4);
        String csv = get("/api/exchange/export?format=VISITS_CSV");
        assertThat(get("/api/exchange/export?format=PATIENTS_CSV").lines()).hasSizeGreaterThan(3);
        String exported = get("/api/exchange/export");

        aHospital();
        assertThat(ended(send(exported)).created()).isEqualTo(4);
        Map<String, HospitalRecord> there = read(get("/api/exchange/export"));
        assertThat(there).isEqualTo(here);

        aHospital();
        assertThat(ended(send(csv)).created()).isEqualTo(4);
        Map<String, HospitalRecord> flat = read(get("/api/exchange/export"));
        assertThat(flat.keySet()).isEqualTo(here.keySet());
        assertThat(flat.values())
                .extracting(HospitalRecord::patient)
                .containsExactlyElementsOf(
                        here.values().stream().map(HospitalRecord::patient).toList());
        assertThat(jdbc.sql("select count(*) from audit where action = 'export' and actor = :admin")
                        .param("admin", admin)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Map<String, HospitalRecord> read(String file) throws FileBrokenException {
        Map<String, HospitalRecord> records = new TreeMap<>();
        try (RecordSource<HospitalRecord> source =
                insurance().open(new ImportOrder(hospital.id(), heart, admin), bytes(file))) {
            for (Optional<SourceItem<HospitalRecord>> next = source.next(); next.isPresent(); next = source.next()) {
                SourceItem.Read<HospitalRecord> read = (SourceItem.Read<HospitalRecord>) next.get();
                records.put(read.sourceId().orElseThrow(), read.content());
            }
        }
        return records;
    }

    @Test
    void whatIsNoFileOfRecordsIsNotTaken() throws Exception {
        assertThat(post("", admin).statusCode()).isEqualTo(400);
        assertThat(post("\u0001\u0002", admin).statusCode()).isEqualTo(400);
        assertThat(post("<x/>", hospital.staff(Role.RECEPTION)).statusCode()).isEqualTo(403);
        ImportStatus other =
                ended(JsonMapper.shared().readValue(post("<x/>", admin).body(), ImportStatus.class));
        assertThat(other.state()).isEqualTo("BROKEN");
    }

    private static final class Death extends Error {}

    /** Reads as the real one does; writing goes wrong. */
    private abstract static class Failing implements ImportFormat<HospitalRecord> {

        final ImportFormat<HospitalRecord> alive;

        Failing(ImportFormat<HospitalRecord> alive) {
            this.alive = alive;
        }

        @Override
        public SourceKind kind() {
            return alive.kind();
        }

        @Override
        public RecordSource<HospitalRecord> open(ImportOrder order, InputStream file) throws FileBrokenException {
            return alive.open(order, file);
        }
    }

    /** Dies at a batch: before its records are written, or after. */
    private static final class Mortal extends Failing {

        private final IntPredicate dies;
        private final boolean after;
        private int batches;

        Mortal(ImportFormat<HospitalRecord> alive, IntPredicate dies, boolean after) {
            super(alive);
            this.dies = dies;
            this.after = after;
        }

        @Override
        public List<WriteResult> write(ImportOrder order, List<HospitalRecord> content) {
            boolean now = dies.test(++batches);
            if (now && !after) {
                throw new Death();
            }
            List<WriteResult> results = alive.write(order, content);
            if (now) {
                throw new Death();
            }
            return results;
        }
    }

    /** Fails at one visit as a database does. */
    private static final class Choosy extends Failing {

        private final String unwanted;

        Choosy(ImportFormat<HospitalRecord> alive, String unwanted) {
            super(alive);
            this.unwanted = unwanted;
        }

        @Override
        public List<WriteResult> write(ImportOrder order, List<HospitalRecord> content) {
            List<WriteResult> results = alive.write(order, content);
            if (content.stream()
                    .anyMatch(it -> it.visit().orElseThrow().sourceId().equals(unwanted))) {
                throw new DataIntegrityViolationException("too long");
            }
            return results;
        }
    }

    /** Has no database any more. */
    private static final class Lost extends Failing {

        private final AtomicInteger tries;

        Lost(ImportFormat<HospitalRecord> alive, AtomicInteger tries) {
            super(alive);
            this.tries = tries;
        }

        @Override
        public List<WriteResult> write(ImportOrder order, List<HospitalRecord> content) {
            tries.incrementAndGet();
            throw new RecoverableDataAccessException("no connection");
        }
    }

    /** In the table, without a file that the server's own worker could find. */
    private ImportJob job(String file) {
        ImportJob job = new ImportJob(
                UUID.randomUUID(),
                new ImportOrder(hospital.id(), heart, admin),
                SourceKind.INSURANCE_XML,
                "test.xml",
                file.length(),
                ImportState.WAITING,
                Instant.now(),
                Optional.empty(),
                0,
                0,
                ImportCounts.NONE,
                Optional.empty());
        jobs.add(job);
        return job;
    }

    private ImportFormat<HospitalRecord> insurance() {
        return formats.stream()
                .filter(it -> it.kind() == SourceKind.INSURANCE_XML)
                .findFirst()
                .orElseThrow();
    }

    private long visits() {
        return jdbc.sql("select count(*) from visit where facility_id = :facility")
                .param("facility", hospital.id().value())
                .query(Long.class)
                .single();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportStatus send(String file) throws Exception {
        HttpResponse<String> answer = post(file, admin);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readValue(answer.body(), ImportStatus.class);
    }

    private ImportStatus ended(ImportStatus sent) throws Exception {
        List<ImportStatus> last = new ArrayList<>();
        await(() -> {
            last.add(JsonMapper.shared().readValue(get("/api/exchange/imports/" + sent.id()), ImportStatus.class));
            return last.get(last.size() - 1).ended();
        });
        return last.get(last.size() - 1);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!done.getAsBoolean()) {
            assertThat(System.currentTimeMillis()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private HttpResponse<String> post(String file, String login) throws Exception {
        return http.send(
                request("/api/exchange/imports?name=thang-10.xml", login)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) {
        try {
            return http.send(request(path, admin).GET().build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpRequest.Builder request(String path, String login) {
        String secret = Base64.getEncoder()
                .encodeToString((login + ":" + TestData.FIRST_PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + secret);
    }
}

@OnH2
class ImportOnH2Test extends ImportPromises {}

@OnPostgres
class ImportOnPostgresTest extends ImportPromises {}
