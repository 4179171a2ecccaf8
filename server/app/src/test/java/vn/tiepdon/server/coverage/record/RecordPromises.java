package vn.tiepdon.server.coverage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.coverage.FirstCharge;
import vn.tiepdon.server.coverage.FirstCharges;
import vn.tiepdon.server.coverage.TestGateway;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.gateway.InsuranceGateway;
import vn.tiepdon.server.coverage.gateway.RecordGateway;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.settings.DataFolder;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** What becomes of a visit's record, from the first charge to the receipt. */
abstract class RecordPromises {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant ARRIVED = Instant.parse("2026-11-22T00:15:00Z");
    private static final AtomicInteger CODES = new AtomicInteger();
    private static final String TAKEN =
            "{\"maKetQua\":\"200\",\"maGiaoDich\":\"GD-1\",\"thoiGianTiepNhan\":\"20261122071500\"}";

    @Autowired
    TestHospitals hospitals;

    @Autowired
    GatewayAccounts accounts;

    @Autowired
    FirstCharges charges;

    @Autowired
    RecordDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataFolder data;

    @Autowired
    RecordTable records;

    @Autowired
    RecordWriter writer;

    @Autowired
    RecordSigner signer;

    @Autowired
    RecordGateway recordGateway;

    @Autowired
    InsuranceGateway guard;

    @Autowired
    HospitalClock clock;

    @Autowired
    CoverageSettings settings;

    @LocalServerPort
    int port;

    private TestHospital hospital;
    private PatientId patient;
    private TestGateway gateway;

    @BeforeEach
    void aHospitalWithAnAccountAndACertificate() {
        TestCertificate.rsa().keepIn(data);
        gateway = new TestGateway();
        gateway.answerRecords(TAKEN);
        hospital = hospitals.open();
        jdbc.sql("update facility set code = :code where facility_id = :id")
                .param("code", "79%03d".formatted(CODES.incrementAndGet()))
                .param("id", hospital.id().value())
                .update();
        patient = hospital.patient("Nguyễn Thị Minh", "1950-03-02", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000001");
        accounts.save(hospital.id(), gateway.url(), "79001_BV", "x", "Trần Văn Mẫu", "001080000456", "test");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theFirstChargeMakesARecordAndTheSecondNone() throws Exception {
        KeptRecord first = charges.ordered(charge(Optional.of("9"))).orElseThrow();
        assertThat(first.faults()).isEmpty();
        assertThat(charges.ordered(charge(Optional.of("1.1"))).orElseThrow().id())
                .isEqualTo(first.id());
        await(() -> state(first) == RecordState.SENT);
        assertThat(gateway.records()).hasSize(1);
        String xml = sent(gateway.records().get(0));
        assertThat(xml)
                .contains("<MA_LK>TIEPDON-" + first.id() + "</MA_LK>", "<HO_TEN>Nguyễn Thị Minh</HO_TEN>")
                .contains("<NGAY_VAO>202611220715</NGAY_VAO>", "SignatureValue");
        assertThat(desk.receipts(hospital.id(), first.id()))
                .extracting(KeptReceipt::transaction)
                .containsExactly("GD-1");
    }

    @Test
    void anEmergencyIsNotReported() {
        assertThat(charges.ordered(charge(Optional.of("2")))).isEmpty();
    }

    @Test
    void whatIsNotKnownIsForAPersonAndGoesOutOnceItIsMended() throws Exception {
        KeptRecord faulty = charges.ordered(charge(Optional.empty())).orElseThrow();
        assertThat(faulty.state()).isEqualTo(RecordState.FAULTY);
        assertThat(faulty.faults()).containsExactly(RecordField.MA_DOITUONG_KCB);
        Map<RecordField, String> mended = Map.of(RecordField.MA_DOITUONG_KCB, "3.3", RecordField.MA_LK, "other");
        assertThat(desk.correct(hospital.id(), faulty.id(), faulty.version(), mended))
                .isPresent();
        assertThat(desk.correct(hospital.id(), faulty.id(), faulty.version(), mended))
                .as("somebody else was sooner")
                .isEmpty();
        await(() -> state(faulty) == RecordState.SENT);
        assertThat(sent(gateway.records().get(0))).contains("TIEPDON-" + faulty.id(), ">3.3<");
    }

    @Test
    void aRecordThatIsRefusedIsTriedAgainUnderTheSameIdAndThenATask() throws Exception {
        gateway.answerRecords("{\"maKetQua\":\"701\"}");
        KeptRecord record = charges.ordered(charge(Optional.of("9"))).orElseThrow();
        await(() -> find(record).tries() == 1);
        assertThat(state(record)).isEqualTo(RecordState.READY);
        jdbc.sql("update coverage_record set tries = 19, next_try = :now, version = version + 1"
                        + " where facility_id = :id")
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .param("id", hospital.id().value())
                .update();
        await(() -> state(record) == RecordState.TASK);
        assertThat(gateway.records()).hasSize(2).allSatisfy(body -> assertThat(sent(body))
                .contains("TIEPDON-" + record.id()));
    }

    @Test
    void aVisitThatARoomAndAnotherSystemTellOfIsOne() {
        KeptRecord first = charges.ordered(charge(Optional.of("9"))).orElseThrow();
        FirstCharge told = new FirstCharge(
                hospital.id(),
                patient,
                DAY,
                Optional.of("HIS-1"),
                Optional.of("9"),
                Optional.empty(),
                new ChargeableItem(ChargeableItem.Kind.SERVICE, "02.03", "Khám Nội"),
                ARRIVED,
                ARRIVED.plusSeconds(60),
                "his");
        assertThat(charges.ordered(told).orElseThrow().id()).isEqualTo(first.id());
    }

    @Test
    void aVisitThatARoomAndAnotherSystemTellOfInTheSameMomentIsOne() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 8; i++) {
                PatientId one = hospital.patient("Nguyễn Thị Minh", "1950-03-02", Sex.FEMALE);
                FirstCharge room = charge(one, Optional.of("9"));
                FirstCharge told = new FirstCharge(
                        hospital.id(),
                        one,
                        DAY,
                        Optional.of("HIS-" + i),
                        Optional.of("9"),
                        Optional.empty(),
                        room.item(),
                        ARRIVED,
                        ARRIVED.plusSeconds(60),
                        "his");
                Future<Optional<KeptRecord>> first = both.submit(() -> charges.ordered(room));
                Future<Optional<KeptRecord>> second = both.submit(() -> charges.ordered(told));
                assertThat(second.get().orElseThrow().id())
                        .isEqualTo(first.get().orElseThrow().id());
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void anotherSystemTellsOfAFirstChargeAndMayTellItAgain() throws Exception {
        String body = """
                {"patient":"BN000001","visit":null,"objectCode":"9","visitKind":null,"itemKind":"SERVICE",
                 "itemCode":"02.03","itemName":"Khám Nội","arrivedAt":"2026-11-22T00:15:00Z",
                 "orderedAt":"2026-11-22T00:30:00Z"}""";
        String token = hospital.system().token();
        String first = post(token, body);
        assertThat(first).contains("\"faults\":[]");
        assertThat(post(token, body)).contains(first.substring(first.indexOf("\"id\""), first.indexOf(",")));
        assertThat(post(token, body.replace("02.03", ""))).contains("\"status\":400");
    }

    @Test
    void twoServersSendEachRecordOnce() throws Exception {
        gateway.slow(100);
        List<KeptRecord> made = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            PatientId one = hospital.patient("Nguyễn Thị Minh", "1950-03-02", Sex.FEMALE);
            hospital.identifier(one, IdentifierKind.HOSPITAL, "BN10000" + i);
            made.add(charges.ordered(charge(one, Optional.of("9"))).orElseThrow());
        }
        RecordOutbox other = new RecordOutbox(records, writer, signer, recordGateway, guard, accounts, clock, settings);
        other.start();
        try {
            await(() -> made.stream().allMatch(record -> state(record) == RecordState.SENT));
        } finally {
            other.stop();
        }
        assertThat(gateway.records()).hasSize(made.size());
    }

    private String post(String token, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + ApiPaths.EXCHANGE_FIRST_CHARGES))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private FirstCharge charge(Optional<String> object) {
        return charge(patient, object);
    }

    private FirstCharge charge(PatientId patient, Optional<String> object) {
        return new FirstCharge(
                hospital.id(),
                patient,
                DAY,
                Optional.empty(),
                object,
                Optional.empty(),
                new ChargeableItem(ChargeableItem.Kind.SERVICE, "02.03", "Khám Nội"),
                ARRIVED,
                ARRIVED.plusSeconds(900),
                "test");
    }

    private KeptRecord find(KeptRecord record) {
        return desk.find(hospital.id(), record.id()).orElseThrow();
    }

    private RecordState state(KeptRecord record) {
        return find(record).state();
    }

    private static String sent(String body) {
        for (String field : body.split("&")) {
            if (field.startsWith("fileHSBase64=")) {
                String base64 = URLDecoder.decode(field.substring(13), StandardCharsets.UTF_8);
                return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no file was sent");
    }

    private static void await(Callable<Boolean> done) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.call()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(until);
            Thread.sleep(50);
        }
    }
}

@OnH2
class RecordOnH2Test extends RecordPromises {}

@OnPostgres
class RecordOnPostgresTest extends RecordPromises {}
