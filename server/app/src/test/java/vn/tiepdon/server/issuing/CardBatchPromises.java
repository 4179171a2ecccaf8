package vn.tiepdon.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.ApiPaths;
import vn.tiepdon.api.desk.CardBatch;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.NewCardBatch;
import vn.tiepdon.api.desk.NewCardBlanks;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class CardBatchPromises {

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    CardSam sam;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TestHospital hospital;
    DeskHouse house;
    ClinicId clinic;
    String desk;
    String admin;
    String bridge;

    @BeforeEach
    void aDesk() {
        hospital = hospitals.open();
        clinic = hospital.clinic("TIM", 10);
        house = new DeskHouse(port, hospital, sam);
        desk = hospital.staff(Role.RECEPTION);
        admin = hospital.staff(Role.ADMIN);
        bridge = hospital.bridge().token();
    }

    @Test
    void everybodyInAProgrammeWithoutACardGetsOne() {
        patients(3);
        List<String> serials = serials(3);
        house.issue(desk, bridge, "BN000002", serials.get(0));
        CardBatch batch = make(new NewCardBatch("Tăng huyết áp", "HYPERTENSION", null));
        assertThat(batch.waiting()).isEqualTo(2);
        issueNext(batch, serials.get(1));
        assertThat(progress(batch).issued()).isEqualTo(1);
        issueNext(batch, serials.get(2));
        CardBatch done = progress(batch);
        assertThat(done.issued()).isEqualTo(2);
        assertThat(done.waiting()).isZero();
        assertThat(next(batch)).isNull();
    }

    @Test
    void aListMayHoldCodesThatNameNobody() {
        patients(2);
        CardBatch batch = make(new NewCardBatch("Danh sách", null, List.of(" bn000001", "BN000002", "BN999999", "")));
        assertThat(batch.waiting()).isEqualTo(2);
        assertThat(batch.unknown()).isEqualTo(1);
        assertThat(refused(new NewCardBatch("Không ai", null, List.of("BN999999"))))
                .isEqualTo(FaultCode.PATIENT_UNKNOWN);
        assertThat(refused(new NewCardBatch("", null, List.of("BN000001")))).isEqualTo(FaultCode.REQUEST_INVALID);
        assertThat(refused(new NewCardBatch("x", null, List.of("'; drop table"))))
                .isEqualTo(FaultCode.REQUEST_INVALID);
        assertThat(refused(new NewCardBatch("x", "GOUT", null))).isEqualTo(FaultCode.REQUEST_INVALID);
    }

    @Test
    void aSpoiledBlankLeavesItsPatientWaitingBehindTheOthers() {
        patients(2);
        CardBatch batch = make(new NewCardBatch("THA", "HYPERTENSION", null));
        CardOrder first = next(batch);
        house.failure(bridge, first.id(), FaultCode.CARD_REMOVED);
        CardOrder second = next(batch);
        assertThat(patientOf(second)).isNotEqualTo(patientOf(first));
        assertThat(progress(batch).failed()).isZero();
    }

    @Test
    void whoFailsThreeTimesOrCannotHaveACardIsPutAsideWithTheReason() {
        patients(1);
        CardBatch batch = make(new NewCardBatch("THA", "HYPERTENSION", null));
        for (int i = 0; i < 3; i++) {
            house.failure(bridge, next(batch).id(), FaultCode.CARD_UNREADABLE);
        }
        assertThat(next(batch)).isNull();
        assertThat(progress(batch).failed()).isEqualTo(1);
    }

    @Test
    void whoGotACardMeanwhileIsPassedOver() {
        patients(2);
        CardBatch batch = make(new NewCardBatch("THA", "HYPERTENSION", null));
        List<String> serials = serials(2);
        house.issue(desk, bridge, "BN000001", serials.get(0));
        CardOrder order = next(batch);
        assertThat(patientOf(order)).isEqualTo(2);
        assertThat(progress(batch).failed()).isEqualTo(1);
    }

    @Test
    void aBatchGoesOnWhereItStopped() {
        patients(2);
        CardBatch batch = make(new NewCardBatch("THA", "HYPERTENSION", null));
        CardOrder order = next(batch);
        assertThat(next(batch).id()).isEqualTo(order.id());
        jdbc.sql("update card_order set expires_at = made_at where facility_id = :facility")
                .param("facility", hospital.id().value())
                .update();
        CardOrder again = next(batch);
        assertThat(again.id()).isNotEqualTo(order.id());
        assertThat(patientOf(again)).isEqualTo(patientOf(order));
    }

    @Test
    void twoDesksNeverGetTheSamePatient() throws Exception {
        patients(4);
        CardBatch batch = make(new NewCardBatch("THA", "HYPERTENSION", null));
        String second = hospital.staff(Role.RECEPTION);
        List<CardOrder> orders = Together.run(List.of(() -> next(desk, batch), () -> next(second, batch)));
        assertThat(orders.stream().map(this::patientOf).distinct()).hasSize(2);
    }

    @Test
    void fiveThousandFitABatch() {
        insertPatients(5_000);
        List<String> codes =
                IntStream.rangeClosed(1, 5_000).mapToObj("BN%06d"::formatted).toList();
        CardBatch batch = make(new NewCardBatch("Cả bệnh viện", null, codes));
        assertThat(batch.waiting()).isEqualTo(5_000);
        assertThat(next(batch)).isNotNull();
    }

    @Test
    void blanksAreToldWithTheirKeysToAdministratorsOnly() {
        CardBlanks made = house.blanks(admin, 2);
        assertThat(made.blanks()).hasSize(2);
        assertThat(made.blanks()).allSatisfy(blank -> assertThat(blank.installParameters())
                .startsWith("C939" + blank.serial())
                .endsWith("01")
                .hasSize(4 + 16 + 96 + 2));
        assertThat(made.toString()).doesNotContain(made.blanks().get(0).installParameters());
        String list = house.staff(admin)
                .post()
                .uri(ApiPaths.DESK_CARD_BLANKS)
                .accept(MediaType.parseMediaType("text/csv"))
                .body(new NewCardBlanks(1))
                .retrieve()
                .body(String.class);
        assertThat(list).matches("serial,installParameters\r\n[0-9A-F]{16},C939[0-9A-F]{114}\r\n");
        assertThat(house.refusal(house.staff(desk), ApiPaths.DESK_CARD_BLANKS, "", new NewCardBlanks(1)))
                .isEqualTo(FaultCode.NOT_ALLOWED);
        for (int wrong : new int[] {0, -1, 1_001}) {
            assertThat(house.refusal(house.staff(admin), ApiPaths.DESK_CARD_BLANKS, "", new NewCardBlanks(wrong)))
                    .isEqualTo(FaultCode.REQUEST_INVALID);
        }
    }

    private void issueNext(CardBatch batch, String serial) {
        CardOrder order = next(batch);
        house.prepare(bridge, order.id(), serial);
        house.completion(bridge, order.id(), CardOrder.class);
    }

    private List<String> serials(int count) {
        return house.blanks(admin, count).blanks().stream()
                .map(CardBlanks.Blank::serial)
                .toList();
    }

    private void patients(int count) {
        for (int i = 1; i <= count; i++) {
            PatientId patient = hospital.patient("Nguyễn Văn Thử", "1950", Sex.MALE);
            hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN%06d".formatted(i));
            hospital.programme(patient, "HYPERTENSION", clinic, LocalDate.of(2027, 1, 1));
        }
    }

    private void insertPatients(int count) {
        TransactionTemplate together = new TransactionTemplate(transactions);
        together.setTimeout(60); // a busy machine takes longer than a server's transaction may
        together.executeWithoutResult(status -> {
            for (int i = 1; i <= count; i++) {
                hospital.identifier(
                        hospital.patient("Nguyễn Văn Thử", "1950", Sex.MALE),
                        IdentifierKind.HOSPITAL,
                        "BN%06d".formatted(i));
            }
        });
    }

    private CardBatch make(NewCardBatch wish) {
        return house.post(house.staff(desk), ApiPaths.DESK_CARD_BATCHES, "", wish, CardBatch.class);
    }

    private FaultCode refused(NewCardBatch wish) {
        return house.refusal(house.staff(desk), ApiPaths.DESK_CARD_BATCHES, "", wish);
    }

    private CardOrder next(CardBatch batch) {
        return next(desk, batch);
    }

    private CardOrder next(String login, CardBatch batch) {
        return house.post(house.staff(login), ApiPaths.DESK_CARD_BATCH_NEXT, batch.id(), List.of(), CardOrder.class);
    }

    private CardBatch progress(CardBatch batch) {
        return house.staff(desk)
                .get()
                .uri(ApiPaths.DESK_CARD_BATCH, batch.id())
                .retrieve()
                .body(CardBatch.class);
    }

    private long patientOf(CardOrder order) {
        return jdbc.sql("select patient_id from card_order where facility_id = :facility and order_id = :id")
                .param("facility", hospital.id().value())
                .param("id", order.id().toString())
                .query(Long.class)
                .single();
    }
}

@OnH2
class CardBatchOnH2Test extends CardBatchPromises {}

@OnPostgres
class CardBatchOnPostgresTest extends CardBatchPromises {}
