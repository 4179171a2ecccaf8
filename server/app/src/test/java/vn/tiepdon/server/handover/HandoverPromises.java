package vn.tiepdon.server.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.api.kiosk.Handover.Step;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.server.checkin.KioskClient;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

/** What becomes of patients whom a kiosk could not help. */
abstract class HandoverPromises {

    private static final String HERE = "10.0.0.1";

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    TakeoverDesk desk;

    @Autowired
    TakeoverLines lines;

    @Autowired
    PastHandovers past;

    @Autowired
    HospitalClock clock;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    KioskClient kiosk;
    StaffMember lan;
    StaffMember hoa;

    @BeforeEach
    void aKioskAndTwoReceptionists() {
        hospital = hospitals.open();
        hospital.clinic("TIM", 50);
        hospital.clinic("MAT", 50);
        PatientId minh = hospital.patient("Nguyễn Thị Minh", "1985-03-02", Sex.FEMALE);
        hospital.identifier(minh, IdentifierKind.HOSPITAL, "BN000001");
        hospital.identifier(minh, IdentifierKind.NATIONAL, "001185000001");
        kiosk = new KioskClient(port, hospital.kiosk().token());
        lan = new StaffMember(hospital.id(), "lan", "Trần Thị Lan", Set.of(Role.RECEPTION));
        hoa = new StaffMember(hospital.id(), "hoa", "Lê Thị Hoa", Set.of(Role.RECEPTION));
    }

    private UUID minh() {
        return kiosk.identify(new Presentation.TypedNumber("001185000001")).id();
    }

    private Handover told(FaultCode fault, Step step, UUID who, String clinic, UUID checkIn) {
        return new Handover(UUID.randomUUID(), clock.now(), fault, step, who, clinic, checkIn);
    }

    private TakeoverLine only() {
        List<TakeoverLine> listed = lines.of(lan);
        assertThat(listed).hasSize(1);
        return listed.get(0);
    }

    private static HandoverId id(TakeoverLine line) {
        return HandoverId.parse(line.id()).orElseThrow();
    }

    private void eventuallyNobody() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!lines.of(lan).isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(lines.of(lan)).isEmpty();
    }

    private String outcome() {
        return jdbc.sql("select outcome from handover where facility_id = ?")
                .param(hospital.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void whatAKioskTellsTwiceStandsOnceWithReasonPersonAndClinic() {
        Handover told = told(FaultCode.SERVER_SLOW, Step.CLINIC_CHOSEN, minh(), "TIM", UUID.randomUUID());
        assertThat(kiosk.handOver(told)).isEqualTo(204);
        assertThat(kiosk.handOver(told)).isEqualTo(204);
        TakeoverLine line = only();
        assertThat(line.name()).isEqualTo("Nguyễn Thị Minh");
        assertThat(line.code()).isEqualTo("BN000001");
        assertThat(line.clinic().vi()).isEqualTo("Phòng khám TIM");
        assertThat(line.mark()).isEqualTo("S02");
        assertThat(line.number()).isNull();
        assertThat(lines.waiting(hospital.id())).isEqualTo(1);
        KioskClient other = new KioskClient(port, hospital.kiosk().token());
        assertThat(other.handOver(told)).as("another kiosk's id").isEqualTo(409);
    }

    @Test
    void ofTwoReceptionistsOneTakesThePatientAndTheOtherIsToldWho() throws Exception {
        kiosk.handOver(told(null, Step.BEGINNING, null, null, null));
        TakeoverLine line = only();
        Callable<Taken> first = () -> desk.take(lan, HERE, id(line), line.version());
        Callable<Taken> second = () -> desk.take(hoa, HERE, id(line), line.version());
        List<Taken> taken = Together.run(List.of(first, second));
        assertThat(taken).filteredOn(Taken.Done.class::isInstance).hasSize(1);
        assertThat(taken).filteredOn(Taken.ByAnother.class::isInstance).hasSize(1);
        boolean lans = taken.get(0) instanceof Taken.Done;
        StaffMember keeper = lans ? lan : hoa;
        StaffMember other = lans ? hoa : lan;
        assertThat(((Taken.ByAnother) taken.get(lans ? 1 : 0)).name()).isEqualTo(keeper.fullName());
        int now = only().version();
        assertThat(desk.close(other, HERE, id(line), now, Optional.of(Outcome.GONE)))
                .isInstanceOf(Taken.ByAnother.class);
        assertThat(desk.close(keeper, HERE, id(line), now - 1, Optional.of(Outcome.ADVISED)))
                .isInstanceOf(Taken.Over.class);
        assertThat(desk.close(keeper, HERE, id(line), now, Optional.of(Outcome.ADVISED)))
                .isInstanceOf(Taken.Done.class);
        assertThat(lines.of(lan)).isEmpty();
        assertThat(desk.take(other, HERE, id(line), now)).isInstanceOf(Taken.Over.class);
        assertThat(jdbc.sql(
                                "select action || ' ' || result from audit where facility_id = ? and action like 'handover%'")
                        .param(hospital.id().value())
                        .query(String.class)
                        .list())
                .contains("handover.take ok", "handover.take by another", "handover.close ok");
    }

    @Test
    void whatOneLeavesToOthersAnotherTakes() {
        kiosk.handOver(told(FaultCode.PATIENT_UNKNOWN, Step.NOT_IDENTIFIED, null, null, null));
        TakeoverLine line = only();
        desk.take(lan, HERE, id(line), line.version());
        assertThat(desk.release(hoa, HERE, id(line), only().version())).isInstanceOf(Taken.Over.class);
        assertThat(desk.release(lan, HERE, id(line), only().version())).isInstanceOf(Taken.Done.class);
        assertThat(desk.take(hoa, HERE, id(line), only().version())).isInstanceOf(Taken.Done.class);
    }

    @Test
    void aNumberThatTheCheckInHasGotAfterAllIsShownAndGivenNoSecondTime() throws InterruptedException {
        UUID who = minh();
        UUID checkIn = UUID.randomUUID();
        kiosk.handOver(told(FaultCode.SERVER_SLOW, Step.CLINIC_CHOSEN, who, "TIM", checkIn));
        CheckIn late = kiosk.checkInAs(checkIn, who, "TIM");
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(only().number()).isEqualTo(late.ticket().label());
        kiosk.checkInAs(UUID.randomUUID(), who, "TIM");
        eventuallyNobody();
        assertThat(outcome()).isEqualTo("DROPPED");
    }

    @Test
    void whoSucceedsAtAKioskIsDroppedInWhateverOrderTheServerHearsOfIt() throws InterruptedException {
        UUID who = minh();
        Handover told = told(FaultCode.CLINIC_FULL, Step.IDENTIFIED, who, null, null);
        kiosk.handOver(told);
        assertThat(only().number()).isNull();
        kiosk.checkInAs(UUID.randomUUID(), who, "TIM");
        eventuallyNobody();
        kiosk.handOver(new Handover(UUID.randomUUID(), told.at(), told.fault(), told.step(), who, null, null));
        assertThat(lines.of(lan)).isEmpty();
    }

    @Test
    void whoIsToldAnewStandsOnce() {
        UUID who = minh();
        kiosk.handOver(told(null, Step.IDENTIFIED, who, null, null));
        kiosk.handOver(told(FaultCode.SERVER_BUSY, Step.CLINIC_CHOSEN, who, "MAT", UUID.randomUUID()));
        assertThat(only().mark()).isEqualTo("S09");
    }

    @Test
    void anotherKiosksIdentificationAndAnUnknownClinicNameNothing() {
        UUID who = minh();
        KioskClient other = new KioskClient(port, hospital.kiosk().token());
        other.handOver(told(null, Step.IDENTIFIED, who, "KHONG-CO-PHONG-NAY", null));
        assertThat(only().name()).isNull();
        assertThat(only().clinic()).isNull();
    }

    @Test
    void whatIsOfAnotherDayIsNeitherListedNorKept() {
        Handover old = new Handover(
                UUID.randomUUID(), clock.now().minus(Duration.ofDays(2)), null, Step.BEGINNING, null, null, null);
        assertThat(kiosk.handOver(old)).isEqualTo(204);
        assertThat(lines.of(lan)).isEmpty();
        kiosk.handOver(told(null, Step.BEGINNING, null, null, null));
        jdbc.sql("update handover set business_day = ? where facility_id = ?")
                .params(LocalDate.of(2020, 1, 1), hospital.id().value())
                .update();
        assertThat(lines.of(lan)).isEmpty();
        past.sweep(hospital.id());
        assertThat(jdbc.sql("select count(*) from handover where facility_id = ?")
                        .param(hospital.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoSaysToGoFirstIsListedUntilSomebodyHasLooked() {
        CheckIn given = kiosk.checkInDeclaring(UUID.randomUUID(), minh(), "TIM", PriorityClaim.PREGNANT);
        assertThat(given.ticket().priority()).isEqualTo(Ticket.Priority.UNCONFIRMED);
        assertThat(lines.declared(hospital.id())).singleElement().satisfies(one -> assertThat(one.number())
                .isEqualTo(given.ticket().label()));
    }

    @Test
    void aPatientIsOfferedOnlyWhatConcernsThem() {
        PatientId old = hospital.patient("Lê Văn Bảy", "1940-01-01", Sex.MALE);
        hospital.identifier(old, IdentifierKind.NATIONAL, "001040000001");
        PatientId man = hospital.patient("Lê Văn Tám", "1980-01-01", Sex.MALE);
        hospital.identifier(man, IdentifierKind.NATIONAL, "001080000001");
        assertThat(mayDeclare("001040000001")).isEmpty();
        assertThat(mayDeclare("001080000001")).contains(PriorityClaim.WAR_MERIT).doesNotContain(PriorityClaim.PREGNANT);
        assertThat(mayDeclare("001185000001")).contains(PriorityClaim.PREGNANT);
    }

    private Set<PriorityClaim> mayDeclare(String number) {
        return kiosk.identify(new Presentation.TypedNumber(number)).person().mayDeclare();
    }
}

@OnH2
class HandoverOnH2Test extends HandoverPromises {}

@OnPostgres
class HandoverOnPostgresTest extends HandoverPromises {}
