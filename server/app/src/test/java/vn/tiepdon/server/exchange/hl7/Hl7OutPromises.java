package vn.tiepdon.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.parser.PipeParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.appointment.Actor;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.Appointments;
import vn.tiepdon.server.appointment.Booked;
import vn.tiepdon.server.appointment.Booking;
import vn.tiepdon.server.appointment.Origin;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientChange;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** What happens here is told to another system over real sockets. */
abstract class Hl7OutPromises {

    private static final Actor DESK = new Actor("letan", "test");

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Partners partners;

    @Autowired
    Outbox outbox;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ReceivedMessages received;

    @Autowired
    PatientRegister register;

    @Autowired
    PatientMerges merges;

    @Autowired
    Appointments appointments;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SenderGate gate;

    @Autowired
    Hl7Intake intake;

    TestHospital hospital;
    Partner receiver;
    ToldSystem his;
    PatientId minh;

    @BeforeEach
    void aSystemThatIsTold() throws IOException {
        jdbc.sql("update hl7_partner set host = '', addresses = ''").update();
        hospital = hospitals.open();
        his = new ToldSystem(0);
        receiver = new Partner(
                hospital.id(),
                hospital.system().device().id(),
                "HIS",
                "BV",
                "127.0.0.1",
                "",
                "127.0.0.1",
                his.port(),
                false);
        partners.save(receiver);
        minh = hospital.patient("Nguyễn Thị Minh", "1950-03-02", Sex.FEMALE);
        hospital.identifier(minh, IdentifierKind.HOSPITAL, "BN000001");
    }

    @AfterEach
    void close() throws IOException {
        his.close();
    }

    private Delivery delivery(TransactionTemplate transaction) {
        return new Delivery(
                receiver, outbox, deliveries, Hl7InPromises.settings(), clock, transaction, UUID.randomUUID());
    }

    private void deliver() {
        delivery(new TransactionTemplate(transactions)).run(() -> true);
    }

    private void rename(String name) {
        register.amend(
                hospital.id(),
                minh,
                new PatientChange(
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                "letan");
    }

    private static Header header(String message) {
        return Header.of(message.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private List<String> triggers() {
        return his.heard().stream().map(it -> header(it).component(9, 2)).toList();
    }

    @Test
    void whatHappensIsToldInItsOrderAndAsTheStandardWritesIt() throws HL7Exception {
        Hall hall = new Hall(hospital, port);
        hospital.seesByAppointment(hall.heart(), LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 1);
        LocalDate day = clock.today(facilities.get(hospital.id())).date().plusDays(2);
        hall.arrive("TIM");
        rename("Nguyễn Thị Mới");
        PatientId other = hospital.patient("Nguyễn Thị Moi", "1950", Sex.FEMALE);
        hospital.identifier(other, IdentifierKind.HOSPITAL, "BN000002");
        MergeOutcome.Done merged = (MergeOutcome.Done) merges.merge(hospital.id(), minh, other, "letan", "test", "");
        merges.part(hospital.id(), merged.merge(), "letan", "test", "");
        Appointment booked = ((Booked.Done) appointments.book(
                        hospital.id(),
                        new Booking(minh, hall.heart(), new Slot(day, LocalTime.of(7, 0)), Origin.DESK),
                        DESK))
                .appointment();
        Appointment moved = ((Booked.Done)
                        appointments.move(hospital.id(), booked.id(), 1, new Slot(day, LocalTime.of(7, 30)), DESK))
                .appointment();
        appointments.cancel(hospital.id(), moved.id(), moved.version(), DESK);
        assertThat(his.heard()).isEmpty();
        deliver();
        assertThat(triggers()).containsExactly("A04", "A08", "A40", "A37", "A08", "A08", "S12", "S13", "S15");
        PipeParser judge = new DefaultHapiContext().getPipeParser();
        for (String message : his.heard()) {
            judge.parse(message);
        }
        MessageParser parser = new MessageParser();
        Segment pid = parser.segments(his.heard().get(1)).stream()
                .filter(it -> it.name().equals("PID"))
                .findFirst()
                .orElseThrow();
        ToldPerson told = new PersonReader(hospital.code(), "").person(pid);
        assertThat(told.fullName()).contains("Nguyễn Thị Mới");
        assertThat(told.numbers()).containsEntry(IdentifierKind.HOSPITAL, "BN000001");
        assertThat(his.heard().get(2)).contains("\rMRG|BN000002^^^" + hospital.code() + "^MR");
        assertThat(outbox.next(receiver)).isEmpty();
    }

    @Test
    void whatIsUndoneIsNotTold() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            rename("Nguyễn Thị Hoãn");
            status.setRollbackOnly();
        });
        deliver();
        assertThat(his.heard()).isEmpty();
    }

    @Test
    void aReceiverThatWasGoneIsToldEverythingLater() throws IOException {
        int there = his.port();
        his.close();
        rename("Nguyễn Thị Một");
        rename("Nguyễn Thị Hai");
        deliver();
        assertThat(jdbc.sql("select failures from hl7_partner where device_id = ?")
                        .param(receiver.device().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        his = new ToldSystem(there);
        deliver();
        assertThat(his.heard()).hasSize(2);
        assertThat(his.heard().get(0)).contains("|Nguyễn^Một^Thị^");
        assertThat(his.heard().get(1)).contains("|Nguyễn^Hai^Thị^");
    }

    @Test
    void whatWasNotAnsweredIsToldAgainUnderTheSameNumber() {
        his.answers(header -> ToldSystem.CUT);
        rename("Nguyễn Thị Một");
        deliver();
        his.answers(header -> "CA");
        deliver();
        assertThat(his.heard()).hasSize(2);
        assertThat(his.heard().get(0)).isEqualTo(his.heard().get(1));
        assertThat(outbox.next(receiver)).isEmpty();
    }

    /** The server dies between the receiver's answer and the line through the message. */
    @Test
    void whatWasAnsweredToAServerThatDiedIsToldAgainAndTheAnswerToTheRepeatIsTaken() {
        rename("Nguyễn Thị Một");
        TransactionTemplate killed = new TransactionTemplate(transactions) {
            private static final long serialVersionUID = 1;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> delivery(killed).run(() -> true)).hasMessage("killed");
        deliver();
        assertThat(his.heard()).hasSize(2);
        assertThat(his.heard().get(0)).isEqualTo(his.heard().get(1));
        assertThat(outbox.next(receiver)).isEmpty();
    }

    @Test
    void whatIsNeverAnsweredWaitsForAPersonAndTheOthersGoOn() {
        rename("Nguyễn Thị Một");
        rename("Nguyễn Thị Hai");
        his.answers(header -> header.controlId().endsWith("-1") ? ToldSystem.CUT : "AA");
        for (int i = 0; i < Outbox.MOST_TRIES; i++) {
            assertThat(outbox.refused(receiver)).isEmpty();
            deliver();
        }
        assertThat(outbox.refused(receiver)).singleElement().satisfies(it -> {
            assertThat(it.seq()).isEqualTo(1);
            assertThat(it.answerCode()).isEmpty();
        });
        deliver();
        assertThat(outbox.next(receiver)).isEmpty();
        assertThat(his.heard()).hasSize(Outbox.MOST_TRIES + 1);
        assertThat(outbox.again(receiver, 1)).isTrue();
        deliver();
        assertThat(outbox.next(receiver)).as("asked as often again").isPresent();
    }

    @Test
    void aReceiverThatIsNotThereUsesUpNoTries() throws IOException {
        his.close();
        rename("Nguyễn Thị Một");
        for (int i = 0; i <= Outbox.MOST_TRIES; i++) {
            deliver();
        }
        assertThat(outbox.next(receiver)).isPresent();
    }

    @Test
    void forWhomTooMuchWaitsNoMoreIsKeptAndItIsCounted() {
        rename("Nguyễn Thị Một");
        jdbc.sql("update hl7_partner set last_seq = ? where device_id = ?")
                .params(Outbox.MOST, receiver.device().value())
                .update();
        rename("Nguyễn Thị Hai");
        rename("Nguyễn Thị Ba");
        assertThat(lost()).isEqualTo(2);
        deliver();
        assertThat(his.heard()).singleElement().satisfies(it -> assertThat(it).contains("|Nguyễn^Một^Thị^"));
        rename("Nguyễn Thị Bốn");
        deliver();
        assertThat(his.heard()).as("who is there again is told again").hasSize(2);
        outbox.forgetLost(receiver);
        assertThat(lost()).isZero();
    }

    private long lost() {
        return jdbc.sql("select lost from hl7_partner where device_id = ?")
                .param(receiver.device().value())
                .query(Long.class)
                .single();
    }

    @Test
    void anAppointmentThatAMergeCancelsIsToldAndSoIsItsReturn() {
        Hall hall = new Hall(hospital, port);
        hospital.seesByAppointment(hall.heart(), LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 2);
        Slot seven = new Slot(clock.today(facilities.get(hospital.id())).date().plusDays(2), LocalTime.of(7, 0));
        PatientId twice = hospital.patient("Nguyễn Thị Mình", "1950", Sex.FEMALE);
        appointments.book(hospital.id(), new Booking(minh, hall.heart(), seven, Origin.DESK), DESK);
        Appointment gone = ((Booked.Done)
                        appointments.book(hospital.id(), new Booking(twice, hall.heart(), seven, Origin.DESK), DESK))
                .appointment();
        MergeOutcome.Done merged = (MergeOutcome.Done) merges.merge(hospital.id(), minh, twice, "letan", "test", "");
        deliver();
        assertThat(triggers()).containsExactly("S12", "S12", "A40", "S15");
        assertThat(his.heard().get(3)).contains("||" + gone.id() + "^").contains("|BN000001^");
        merges.part(hospital.id(), merged.merge(), "letan", "test", "");
        deliver();
        assertThat(triggers()).containsExactly("S12", "S12", "A40", "S15", "A37", "A08", "A08", "S12");
        assertThat(his.heard().get(7)).contains("||" + gone.id() + "^").contains("|Nguyễn^Mình^Thị^");
    }

    @Test
    void whatIsRefusedWaitsForAPersonAndTheOthersGoOn() {
        rename("Nguyễn Thị Một");
        rename("Nguyễn Thị Hai");
        rename("Nguyễn Thị Ba");
        his.answers(header -> header.controlId().endsWith("-3") ? "AA" : "AE");
        deliver();
        assertThat(his.heard()).hasSize(3);
        assertThat(outbox.refused(receiver)).extracting(Letter::seq).containsExactly(1L, 2L);
        assertThat(outbox.refused(receiver).get(0).answerText()).contains("said", "207^internal");
        his.answers(header -> "AA");
        assertThat(outbox.again(receiver, 1)).isTrue();
        assertThat(outbox.drop(receiver, 2)).isTrue();
        assertThat(outbox.drop(receiver, 2)).isFalse();
        deliver();
        assertThat(his.heard()).hasSize(4);
        assertThat(outbox.refused(receiver)).isEmpty();
    }

    @Test
    void nobodyIsToldWhatTheySaidThemselves() {
        intake.answer(
                "127.0.0.1",
                "",
                Samples.adt("A08", Samples.pid(Samples.code("BN000001"), "Nguyễn^Khác^Thị", "19500302", "F"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(outbox.next(receiver)).isEmpty();
        rename("Nguyễn Thị Một");
        assertThat(outbox.next(receiver)).isPresent();
    }

    @Test
    void ofTwoServersOneSendsAtATimeAndTheOtherGoesOnWhenItHasDied() {
        UUID dead = UUID.randomUUID();
        rename("Nguyễn Thị Một");
        assertThat(deliveries.take(receiver, dead, clock.now(), Duration.ofSeconds(60)))
                .isTrue();
        deliver();
        assertThat(his.heard()).isEmpty();
        assertThat(deliveries.take(receiver, dead, clock.now(), Duration.ofSeconds(-1)))
                .isTrue();
        deliver();
        assertThat(his.heard()).hasSize(1);
    }

    @Test
    void aSenderLooksByItselfForWhatWaitsAndOneDeadReceiverHoldsUpNobody() throws IOException {
        TestHospital.Enrolled dead = hospital.system();
        Hl7Sender sender =
                new Hl7Sender(Hl7InPromises.settings(), partners, outbox, deliveries, received, clock, transactions);
        // Gone before the sender is stopped, so that nobody waits for an answer any more.
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            partners.save(new Partner(
                    hospital.id(), dead.device().id(), "", "", "", "", "127.0.0.1", silent.getLocalPort(), false));
            rename("Nguyễn Thị Một");
            sender.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> his.heard().size() == 1);
            rename("Nguyễn Thị Hai");
            await().atMost(Duration.ofSeconds(10)).until(() -> his.heard().size() == 2);
        } finally {
            sender.stop();
        }
    }
}

@OnH2
class Hl7OutOnH2Test extends Hl7OutPromises {}

@OnPostgres
class Hl7OutOnPostgresTest extends Hl7OutPromises {}
