package vn.tiepdon.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.desk.CardAct;
import vn.tiepdon.api.desk.CardApproach;
import vn.tiepdon.api.desk.CardBlanks;
import vn.tiepdon.api.desk.CardOnReader;
import vn.tiepdon.api.desk.CardOpened;
import vn.tiepdon.api.desk.CardOrder;
import vn.tiepdon.api.desk.CardOrderKind;
import vn.tiepdon.api.desk.CardOrderReason;
import vn.tiepdon.api.desk.CardOrderState;
import vn.tiepdon.api.desk.CardPreparation;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.patientcard.SignedIdentityRecord;
import vn.tiepdon.server.card.CardSam;
import vn.tiepdon.server.history.MedicalDataChanged;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class CardOrderPromises {

    private static final String PATIENT = "BN000001";

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    CardSam sam;

    @Autowired
    Completion completion;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    PlatformTransactionManager transactions;

    TestHospital hospital;
    DeskHouse house;
    PatientId patient;
    String desk;
    String bridge;
    List<String> serials;

    @BeforeEach
    void aDeskWithBlanks() {
        hospital = hospitals.open();
        patient = hospital.patient("Nguyễn Thị Minh", "1950", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, PATIENT);
        house = new DeskHouse(port, hospital, sam);
        desk = hospital.staff(Role.RECEPTION);
        bridge = hospital.bridge().token();
        serials = house.blanks(hospital.staff(Role.ADMIN), 3).blanks().stream()
                .map(CardBlanks.Blank::serial)
                .toList();
    }

    @Test
    void aBlankBecomesThePatientsCard() throws Exception {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        assertThat(order.state()).isEqualTo(CardOrderState.WAITING);
        CardApproach approach = house.card(bridge, order.id(), blank(0), CardApproach.class);
        assertThat(approach.act()).isEqualTo(CardAct.PERSONALISE);
        house.opening(bridge, order.id(), house.answering(approach.keyVersion(), serials.get(0)), CardOpened.class);
        byte[] key = house.newKey();
        CardPreparation card = house.preparation(bridge, order.id(), key, CardPreparation.class);
        SignedIdentityRecord identity = SignedIdentityRecord.parse(card.identity());
        assertThat(identity.claimed().cardId().hex()).isEqualTo(card.cardId());
        assertThat(identity.claimed().cardKey().point()).isEqualTo(key);
        assertThat(card.keyOrders()).hasSize(3);
        assertThat(statuses()).isEmpty();
        CardOrder done = house.completion(bridge, order.id(), CardOrder.class);
        assertThat(done.state()).isEqualTo(CardOrderState.DONE);
        assertThat(done.cardId()).isEqualTo(card.cardId());
        assertThat(statuses()).containsExactly("ACTIVE");
        assertThat(blankState(0)).isEqualTo("USED");
        assertThat(audited("card.order", "card.take", "card.open", "card.prepare", "card.issue", "card.done"))
                .isEqualTo(6);
    }

    @Test
    void aCardThatHoldsEverythingHasNothingStillToBeTold() {
        house.issue(desk, bridge, PATIENT, serials.get(0));
        assertThat(untold()).isZero();
    }

    @Test
    void whatChangedWhileTheCardWasBeingMadeIsStillToBeTold() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        house.prepare(bridge, order.id(), serials.get(0));
        bloodGroup("A+");
        house.completion(bridge, order.id(), CardOrder.class);
        assertThat(untold()).isEqualTo(1);
    }

    @Test
    void aChangeInTheInstantInWhichTheCardBecomesValidIsStillToBeTold() throws Exception {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        house.prepare(bridge, order.id(), serials.get(0));
        CountDownLatch said = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Together.run(List.<Callable<Object>>of(
                () -> inTransaction(() -> {
                    changeBloodGroup("A+");
                    said.countDown();
                    // The card is confirmed while this transaction is still open.
                    asked.await();
                    Thread.sleep(300);
                    return null;
                }),
                () -> {
                    said.await();
                    asked.countDown();
                    return house.completion(bridge, order.id(), CardOrder.class);
                }));
        assertThat(untold()).isEqualTo(1);
    }

    @Test
    void cardsAreReplacedAndRecordsChangedAtOnceWithoutWaitingForEachOtherForEver() throws Exception {
        house.issue(desk, bridge, PATIENT, serials.get(0));
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.REPLACE, CardOrderReason.BROKEN);
        house.prepare(bridge, order.id(), serials.get(1));
        Together.run(List.<Callable<Object>>of(
                () -> inTransaction(() -> {
                    changeBloodGroup("B+");
                    return null;
                }),
                () -> house.completion(bridge, order.id(), CardOrder.class)));
        assertThat(statuses()).containsExactlyInAnyOrder("ENDED", "ACTIVE");
        assertThat(untold()).isEqualTo(1);
    }

    private void bloodGroup(String group) {
        inTransaction(() -> {
            changeBloodGroup(group);
            return null;
        });
    }

    private void changeBloodGroup(String group) {
        jdbc.sql("insert into emergency_data (facility_id, patient_id, blood_group, as_of, version) "
                        + "values (?, ?, ?, ?, 1)")
                .params(List.of(hospital.id().value(), patient.value(), group, LocalDate.now()))
                .update();
        publisher.publishEvent(new MedicalDataChanged(hospital.id(), patient));
    }

    private <T> T inTransaction(Callable<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /** What the card in force has still to be told. */
    private long untold() {
        return jdbc.sql("select count(*) from card_task t join patient_card c on c.facility_id = t.facility_id "
                        + "and c.card_id = t.card_id where t.facility_id = ? and c.status = 'ACTIVE' "
                        + "and t.told_at is null")
                .param(hospital.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void aConfirmationSentTwiceIssuesOneCard() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        house.prepare(bridge, order.id(), serials.get(0));
        CardOrder first = house.completion(bridge, order.id(), CardOrder.class);
        assertThat(house.completion(bridge, order.id(), CardOrder.class)).isEqualTo(first);
        assertThat(statuses()).containsExactly("ACTIVE");
    }

    @Test
    void confirmationsInTheSameInstantIssueOneCard() throws Exception {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        house.prepare(bridge, order.id(), serials.get(0));
        List<CardOrder> answers = Together.run(List.of(
                () -> house.completion(bridge, order.id(), CardOrder.class),
                () -> house.completion(bridge, order.id(), CardOrder.class)));
        assertThat(answers).extracting(CardOrder::state).containsOnly(CardOrderState.DONE);
        assertThat(statuses()).containsExactly("ACTIVE");
    }

    @Test
    void aLostAnswerToThePreparationIsGivenAgain() {
        CardOrder order = opened(0);
        byte[] key = house.newKey();
        CardPreparation first = house.preparation(bridge, order.id(), key, CardPreparation.class);
        CardPreparation again = house.preparation(bridge, order.id(), key, CardPreparation.class);
        assertThat(again.cardId()).isEqualTo(first.cardId());
    }

    @Test
    void aBlankThatLostPowerIsBegunAgainAndNothingIsHalfIssued() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        CardPreparation first = house.prepare(bridge, order.id(), serials.get(0));
        house.failure(bridge, order.id(), FaultCode.CARD_REMOVED);
        assertThat(statuses()).isEmpty();
        assertThat(blankState(0)).isEqualTo("PREPARED");
        CardPreparation second = house.issue(desk, bridge, PATIENT, serials.get(0));
        assertThat(second.cardId()).isNotEqualTo(first.cardId());
        assertThat(statuses()).containsExactly("ACTIVE");
        assertThat(completion.complete(hospital.id(), first.cardId(), "kiosk", "test"))
                .isFalse();
    }

    @Test
    void aCardWhoseConfirmationWasLostIsCompletedByItsNextContactAtTheDesk() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        CardPreparation card = house.prepare(bridge, order.id(), serials.get(0));
        CardOrder next = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        CardApproach approach = house.card(
                bridge,
                next.id(),
                new CardOnReader(serials.get(0), DeskHouse.PERSONALISED, DeskHouse.KEYS, card.cardId()),
                CardApproach.class);
        assertThat(approach.act()).isEqualTo(CardAct.ACTIVATE);
        house.opening(bridge, next.id(), house.answering(approach.keyVersion(), card.cardId()), CardOpened.class);
        assertThat(house.completion(bridge, next.id(), CardOrder.class).cardId())
                .isEqualTo(card.cardId());
        assertThat(statuses()).containsExactly("ACTIVE");
        assertThat(house.completion(bridge, order.id(), CardOrder.class).state())
                .isEqualTo(CardOrderState.DONE);
    }

    @Test
    void orByItsNextContactAtAKioskOnce() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        CardPreparation card = house.prepare(bridge, order.id(), serials.get(0));
        assertThat(completion.complete(hospital.id(), card.cardId(), "kiosk", "test"))
                .isTrue();
        assertThat(completion.complete(hospital.id(), card.cardId(), "kiosk", "test"))
                .isFalse();
        assertThat(statuses()).containsExactly("ACTIVE");
        assertThat(house.completion(bridge, order.id(), CardOrder.class).state())
                .isEqualTo(CardOrderState.DONE);
    }

    @Test
    void aCardThatAnotherOvertookNeverBecomesValid() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        house.prepare(bridge, order.id(), serials.get(0));
        house.issue(desk, bridge, PATIENT, serials.get(1));
        assertThat(house.completion(bridge, order.id(), Problem.class).code()).isEqualTo(FaultCode.CARD_ORDER_CONFLICT);
        assertThat(statuses()).containsExactly("ACTIVE");
    }

    @Test
    void aLostCardIsDeadTheMomentItsReplacementIsOrdered() {
        house.issue(desk, bridge, PATIENT, serials.get(0));
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.REPLACE, CardOrderReason.LOST);
        assertThat(statuses()).containsExactly("BLOCKED");
        house.prepare(bridge, order.id(), serials.get(1));
        house.completion(bridge, order.id(), CardOrder.class);
        assertThat(statuses()).containsExactly("ACTIVE", "BLOCKED");
    }

    @Test
    void aBrokenCardEndsInTheInstantInWhichTheNewOneIsValid() {
        house.issue(desk, bridge, PATIENT, serials.get(0));
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.REPLACE, CardOrderReason.BROKEN);
        house.prepare(bridge, order.id(), serials.get(1));
        assertThat(statuses()).containsExactly("ACTIVE");
        house.completion(bridge, order.id(), CardOrder.class);
        assertThat(statuses()).containsExactly("ACTIVE", "ENDED");
    }

    @Test
    void aCardIsBlockedWithoutBeingThereAndUnblockedOnlyWithIt() {
        CardPreparation card = house.issue(desk, bridge, PATIENT, serials.get(0));
        assertThat(house.order(desk, PATIENT, CardOrderKind.BLOCK, null).state())
                .isEqualTo(CardOrderState.DONE);
        assertThat(statuses()).containsExactly("BLOCKED");
        CardOrder unblock = house.order(desk, PATIENT, CardOrderKind.UNBLOCK, null);
        assertThat(statuses()).containsExactly("BLOCKED");
        carryOut(unblock, card, DeskHouse.BLOCKED, CardAct.UNBLOCK);
        assertThat(statuses()).containsExactly("ACTIVE");
    }

    @Test
    void aCardGivenBackIsWipedAndEnded() {
        CardPreparation card = house.issue(desk, bridge, PATIENT, serials.get(0));
        CardOrder end = house.order(desk, PATIENT, CardOrderKind.END, CardOrderReason.RETURNED);
        carryOut(end, card, DeskHouse.ACTIVE, CardAct.END);
        assertThat(statuses()).containsExactly("ENDED");
        house.issue(desk, bridge, PATIENT, serials.get(1));
        assertThat(house.order(desk, PATIENT, CardOrderKind.END, CardOrderReason.BROKEN)
                        .state())
                .isEqualTo(CardOrderState.DONE);
        assertThat(statuses()).containsExactly("ENDED", "ENDED");
    }

    @Test
    void readingACardThatWasReportedLostBlocksIt() {
        CardPreparation card = house.issue(desk, bridge, PATIENT, serials.get(0));
        house.order(desk, PATIENT, CardOrderKind.BLOCK, null);
        carryOut(house.order(desk, PATIENT, CardOrderKind.READ, null), card, DeskHouse.ACTIVE, CardAct.BLOCK);
        assertThat(statuses()).containsExactly("BLOCKED");
    }

    @Test
    void whatDoesNotFitThePatientsCardIsRefused() {
        assertThat(refused(CardOrderKind.REPLACE, CardOrderReason.BROKEN)).isEqualTo(FaultCode.CARD_MISSING);
        assertThat(refused(CardOrderKind.BLOCK, null)).isEqualTo(FaultCode.CARD_MISSING);
        assertThat(refused(CardOrderKind.UNBLOCK, null)).isEqualTo(FaultCode.CARD_MISSING);
        assertThat(refused(CardOrderKind.READ, null)).isEqualTo(FaultCode.CARD_MISSING);
        house.issue(desk, bridge, PATIENT, serials.get(0));
        assertThat(refused(CardOrderKind.ISSUE, null)).isEqualTo(FaultCode.CARD_IN_FORCE);
        assertThat(refused(CardOrderKind.UNBLOCK, null)).isEqualTo(FaultCode.CARD_ORDER_CONFLICT);
        assertThat(refused(CardOrderKind.REPLACE, null)).isEqualTo(FaultCode.REQUEST_INVALID);
        assertThat(refused(CardOrderKind.ISSUE, CardOrderReason.LOST)).isEqualTo(FaultCode.REQUEST_INVALID);
        assertThat(refused(null, null)).isEqualTo(FaultCode.REQUEST_INVALID);
        assertThat(house.refusedOrder(desk, "BN999999", CardOrderKind.ISSUE, null))
                .isEqualTo(FaultCode.PATIENT_UNKNOWN);
    }

    @Test
    void aWrongCardIsTakenAwayAndTheRightOnePutThere() {
        String other = "BN000002";
        hospital.identifier(hospital.patient("Lê Văn Tám", "1948", Sex.MALE), IdentifierKind.HOSPITAL, other);
        CardPreparation theirs = house.issue(desk, bridge, other, serials.get(1));
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        assertThat(wrongCard(order, active(1, theirs))).isEqualTo(FaultCode.CARD_NOT_BLANK);
        assertThat(wrongCard(order, blankOf("00000000000000FF"))).isEqualTo(FaultCode.CARD_BLANK_UNKNOWN);
        assertThat(wrongCard(order, blank(1))).isEqualTo(FaultCode.CARD_BLANK_UNKNOWN);
        assertThat(wrongCard(order, new CardOnReader("xyz", 1, DeskHouse.NO_KEYS, null)))
                .isEqualTo(FaultCode.REQUEST_INVALID);
        house.prepare(bridge, order.id(), serials.get(0));
        house.completion(bridge, order.id(), CardOrder.class);
        CardOrder read = house.order(desk, PATIENT, CardOrderKind.READ, null);
        assertThat(wrongCard(read, active(1, theirs))).isEqualTo(FaultCode.CARD_OF_OTHER_PATIENT);
    }

    @Test
    void aBlankWithoutItsKeysGetsNothing() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        CardApproach approach = house.card(bridge, order.id(), blank(0), CardApproach.class);
        var forged = house.answering(approach.keyVersion(), serials.get(1));
        assertThat(house.opening(bridge, order.id(), forged, Problem.class).code())
                .isEqualTo(FaultCode.CARD_BLANK_UNKNOWN);
        assertThat(house.preparation(bridge, order.id(), house.newKey(), Problem.class)
                        .code())
                .isEqualTo(FaultCode.CARD_ORDER_CONFLICT);
        assertThat(house.completion(bridge, order.id(), Problem.class).code()).isEqualTo(FaultCode.CARD_ORDER_CONFLICT);
    }

    @Test
    void stepsOutOfTurnAndKeysThatAreNoneAreRefused() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        assertThat(house.opening(bridge, order.id(), house.answering(1, serials.get(0)), Problem.class)
                        .code())
                .isEqualTo(FaultCode.CARD_ORDER_CONFLICT);
        CardOrder opened = opened(0);
        assertThat(house.preparation(bridge, opened.id(), new byte[65], Problem.class)
                        .code())
                .isEqualTo(FaultCode.CARD_UNREADABLE);
        assertThat(house.preparation(bridge, opened.id(), null, Problem.class).code())
                .isEqualTo(FaultCode.REQUEST_INVALID);
    }

    @Test
    void anOrderBelongsToTheFirstBridgeAndToItsHospital() {
        CardOrder order = opened(0);
        String second = hospital.bridge().token();
        assertThat(house.card(second, order.id(), blank(1), Problem.class).code())
                .isEqualTo(FaultCode.CARD_ORDER_UNKNOWN);
        String elsewhere = hospitals.open().bridge().token();
        assertThat(house.card(elsewhere, order.id(), blank(1), Problem.class).code())
                .isEqualTo(FaultCode.CARD_ORDER_UNKNOWN);
        assertThat(house.card(bridge, UUID.randomUUID(), blank(1), Problem.class)
                        .code())
                .isEqualTo(FaultCode.CARD_ORDER_UNKNOWN);
    }

    @Test
    void afterTenMinutesOnlyWhatWasBegunIsFinished() {
        CardOrder waiting = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        CardOrder prepared = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        house.prepare(bridge, prepared.id(), serials.get(0));
        jdbc.sql("update card_order set expires_at = :past where facility_id = :facility")
                .param("past", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("facility", hospital.id().value())
                .update();
        assertThat(house.card(bridge, waiting.id(), blank(1), Problem.class).code())
                .isEqualTo(FaultCode.CARD_ORDER_EXPIRED);
        assertThat(house.completion(bridge, prepared.id(), CardOrder.class).state())
                .isEqualTo(CardOrderState.DONE);
    }

    @Test
    void whatFailedSaysWhyAndIsOver() {
        CardOrder order = opened(0);
        CardOrder failed = house.failure(bridge, order.id(), FaultCode.CARD_REMOVED);
        assertThat(failed.state()).isEqualTo(CardOrderState.FAILED);
        assertThat(failed.fault()).isEqualTo(FaultCode.CARD_REMOVED);
        assertThat(house.failure(bridge, order.id(), FaultCode.READER_MISSING).fault())
                .isEqualTo(FaultCode.CARD_REMOVED);
        assertThat(house.card(bridge, order.id(), blank(0), Problem.class).code())
                .isEqualTo(FaultCode.CARD_ORDER_CONFLICT);
    }

    @Test
    void aPatientWhoDoesNotFitACardGetsNone() {
        String nameless = "BN000003";
        hospital.identifier(hospital.patient("Nguyễn".repeat(15), "1950", Sex.MALE), IdentifierKind.HOSPITAL, nameless);
        CardOrder order = house.order(desk, nameless, CardOrderKind.ISSUE, null);
        CardApproach approach = house.card(bridge, order.id(), blank(0), CardApproach.class);
        house.opening(bridge, order.id(), house.answering(approach.keyVersion(), serials.get(0)), CardOpened.class);
        assertThat(house.preparation(bridge, order.id(), house.newKey(), Problem.class)
                        .code())
                .isEqualTo(FaultCode.CARD_DATA_TOO_LONG);
    }

    @Test
    void theTrailKnowsWhatWasRefused() {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        wrongCard(order, blankOf("00000000000000FF"));
        assertThat(jdbc.sql("select result from audit where facility_id = :facility and action = 'card.take'")
                        .param("facility", hospital.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("CARD_BLANK_UNKNOWN");
    }

    private CardOrder opened(int serial) {
        CardOrder order = house.order(desk, PATIENT, CardOrderKind.ISSUE, null);
        CardApproach approach = house.card(bridge, order.id(), blank(serial), CardApproach.class);
        house.opening(
                bridge, order.id(), house.answering(approach.keyVersion(), serials.get(serial)), CardOpened.class);
        return order;
    }

    private void carryOut(CardOrder order, CardPreparation card, int state, CardAct act) {
        CardApproach approach = house.card(
                bridge,
                order.id(),
                new CardOnReader(serials.get(0), state, DeskHouse.KEYS, card.cardId()),
                CardApproach.class);
        assertThat(approach.act()).isEqualTo(act);
        house.opening(bridge, order.id(), house.answering(approach.keyVersion(), card.cardId()), CardOpened.class);
        assertThat(house.completion(bridge, order.id(), CardOrder.class).state())
                .isEqualTo(CardOrderState.DONE);
    }

    private FaultCode refused(CardOrderKind kind, CardOrderReason reason) {
        return house.refusedOrder(desk, PATIENT, kind, reason);
    }

    private FaultCode wrongCard(CardOrder order, CardOnReader card) {
        return house.card(bridge, order.id(), card, Problem.class).code();
    }

    private CardOnReader blank(int serial) {
        return blankOf(serials.get(serial));
    }

    private static CardOnReader blankOf(String serial) {
        return new CardOnReader(serial, DeskHouse.BLANK, DeskHouse.NO_KEYS, null);
    }

    private CardOnReader active(int serial, CardPreparation card) {
        return new CardOnReader(serials.get(serial), DeskHouse.ACTIVE, DeskHouse.KEYS, card.cardId());
    }

    private List<String> statuses() {
        return jdbc.sql("""
                select status from patient_card where facility_id = :facility and patient_id = :patient
                order by issued_at desc
                """)
                .param("facility", hospital.id().value())
                .param("patient", patient.value())
                .query(String.class)
                .list();
    }

    private String blankState(int serial) {
        return jdbc.sql("select state from card_blank where facility_id = :facility and serial = :serial")
                .param("facility", hospital.id().value())
                .param("serial", serials.get(serial))
                .query(String.class)
                .single();
    }

    private int audited(String... actions) {
        return jdbc.sql("""
                select count(distinct action) from audit
                where facility_id = :facility and action in (:actions) and result = 'ok'
                """)
                .param("facility", hospital.id().value())
                .param("actions", List.of(actions))
                .query(Integer.class)
                .single();
    }
}

@OnH2
class CardOrderOnH2Test extends CardOrderPromises {}

@OnPostgres
class CardOrderOnPostgresTest extends CardOrderPromises {}
