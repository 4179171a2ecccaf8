package vn.tiepdon.server.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.appointment.CancelledNumbers;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.TicketId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

/** What becomes of an appointment at a kiosk. */
abstract class ArrivalPromises {

    private static final LocalTime HALF_PAST_EIGHT = LocalTime.of(8, 30);

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    @Autowired
    CancelledNumbers cancelled;

    @Autowired
    JdbcClient jdbc;

    TestHospital hospital;
    KioskClient kiosk;
    ClinicId eyes;
    ClinicId heart;
    PatientId minh;
    LocalDate today;
    String appointment;

    @BeforeEach
    void aPatientWhoIsExpectedToday() {
        hospital = hospitals.open();
        eyes = hospital.clinic("MAT", 100);
        heart = hospital.clinic("TIM", 1);
        hospital.room(heart, "12");
        minh = patient("001150000123");
        today = clock.today(facilities.get(hospital.id())).date();
        appointment = hospital.appointment(minh, heart, today, HALF_PAST_EIGHT);
        kiosk = new KioskClient(port, hospital.kiosk().token());
    }

    private PatientId patient(String number) {
        PatientId patient = hospital.patient("Nguyễn Thị Mẫu", "1950-03-02", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.NATIONAL, number);
        return patient;
    }

    private Identification shown(String slip) {
        return kiosk.identify(new Presentation.AppointmentCode(hospital.code(), slip));
    }

    private String state() {
        return jdbc.sql("select state from appointment where appointment_id = ?")
                .param(appointment)
                .query(String.class)
                .single();
    }

    @Test
    void whoShowsTheSlipIsOfferedItsClinicFirstWithTheTime() {
        Identification answer = shown(appointment);
        assertThat(answer).isInstanceOf(Identification.Claimed.class);
        ClinicOption first = answer.clinics().get(0);
        assertThat(first.code()).isEqualTo("TIM");
        assertThat(first.suggestion()).isEqualTo(ClinicOption.Suggestion.APPOINTMENT);
        assertThat(first.appointment()).isEqualTo(HALF_PAST_EIGHT);
    }

    @Test
    void whoOnlyTypesANumberLearnsOfNoAppointmentAndYetArrives() {
        Identification answer = kiosk.identify(new Presentation.TypedNumber("001150000123"));
        assertThat(answer.clinics()).extracting(ClinicOption::code).containsExactly("MAT", "TIM");
        assertThat(answer.clinics()).extracting(ClinicOption::appointment).containsOnlyNulls();
        CheckIn checkIn = kiosk.checkInAs(UUID.randomUUID(), answer.id(), "TIM");
        assertThat(checkIn.ticket().appointment()).isNull();
        assertThat(state()).isEqualTo("ARRIVED");
    }

    @Test
    void theSlipOfOneAppointmentSaysNothingOfAnother() {
        hospital.appointment(minh, eyes, today, LocalTime.of(9, 0));
        Identification answer = shown(appointment);
        assertThat(answer.clinics()).extracting(ClinicOption::code).containsExactly("TIM", "MAT");
        assertThat(answer.clinics().get(1).appointment()).isNull();
        assertThat(kiosk.checkInAs(UUID.randomUUID(), answer.id(), "MAT")
                        .ticket()
                        .appointment())
                .isNull();
    }

    @Test
    void theNumberSaysTheTimeAndTheSlipFindsItAgain() {
        CheckIn first = kiosk.checkInAs(UUID.randomUUID(), shown(appointment).id(), "TIM");
        assertThat(first.ticket().appointment()).isEqualTo(HALF_PAST_EIGHT);
        assertThat(state()).isEqualTo("ARRIVED");
        Identification again = shown(appointment);
        assertThat(again.openTickets()).containsExactly(first.ticket());
        assertThat(kiosk.checkInAs(UUID.randomUUID(), again.id(), "TIM").outcome())
                .isEqualTo(CheckIn.Outcome.ALREADY_WAITING);
        assertThat(jdbc.sql("select state from appointment_change where appointment_id = ?")
                        .param(appointment)
                        .query(String.class)
                        .list())
                .containsExactly("ARRIVED");
    }

    @Test
    void aNumberThatIsCancelledLeavesTheAppointmentAsItWas() {
        CheckIn first = kiosk.checkInAs(UUID.randomUUID(), shown(appointment).id(), "TIM");
        StaffMember desk = new StaffMember(hospital.id(), "letan", "Lễ tân", Set.of(Role.RECEPTION));
        cancelled.cancel(desk, "10.0.0.1", new Seen(new TicketId(first.ticket().id()), 0));
        assertThat(state()).isEqualTo("BOOKED");
        Identification again = shown(appointment);
        assertThat(again.openTickets()).isEmpty();
        assertThat(again.clinics().get(0).suggestion()).isEqualTo(ClinicOption.Suggestion.APPOINTMENT);
        CheckIn second = kiosk.checkInAs(UUID.randomUUID(), again.id(), "TIM");
        assertThat(second.outcome()).isEqualTo(CheckIn.Outcome.ISSUED);
        assertThat(second.ticket().appointment()).isEqualTo(HALF_PAST_EIGHT);
        assertThat(state()).isEqualTo("ARRIVED");
        assertThat(jdbc.sql("select action from audit where facility_id = ? and actor = 'letan' order by action")
                        .param(hospital.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("appointment.booked", "number.cancel");
    }

    @Test
    void aStalePageCancelsNeitherNumberNorArrival() {
        CheckIn first = kiosk.checkInAs(UUID.randomUUID(), shown(appointment).id(), "TIM");
        StaffMember desk = new StaffMember(hospital.id(), "letan", "Lễ tân", Set.of(Role.RECEPTION));
        assertThatThrownBy(() -> cancelled.cancel(
                        desk, "10.0.0.1", new Seen(new TicketId(first.ticket().id()), 3)))
                .isInstanceOf(Refusal.class);
        assertThat(state()).isEqualTo("ARRIVED");
    }

    @Test
    void aQuotaThatOthersHaveUsedUpDoesNotCountForWhoIsExpected() {
        patient("001160000456");
        kiosk.checkIn(UUID.randomUUID(), "001160000456", "TIM");
        Identification claim = kiosk.identify(new Presentation.TypedNumber("001150000123"));
        assertThat(kiosk.checkInRefused(UUID.randomUUID(), claim.id(), "TIM")).isEqualTo(FaultCode.CLINIC_FULL);
        Identification expected = shown(appointment);
        assertThat(expected.clinics().get(0).state()).isEqualTo(ClinicOption.State.OPEN);
        assertThat(kiosk.checkInAs(UUID.randomUUID(), expected.id(), "TIM")
                        .ticket()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void aSlipIsGoodForItsDayAndItsHospitalOnly() {
        String tomorrow = hospital.appointment(minh, heart, today.plusDays(1), HALF_PAST_EIGHT);
        assertThat(kiosk.identifyRefused(new Presentation.AppointmentCode(hospital.code(), tomorrow)))
                .isEqualTo(FaultCode.APPOINTMENT_NOT_TODAY);
        assertThat(kiosk.identifyRefused(new Presentation.AppointmentCode("99999", appointment)))
                .isEqualTo(FaultCode.CODE_OF_OTHER_HOSPITAL);
        assertThat(kiosk.identifyRefused(new Presentation.AppointmentCode(
                        hospital.code(), UUID.randomUUID().toString())))
                .isEqualTo(FaultCode.APPOINTMENT_UNKNOWN);
        jdbc.sql("update appointment set state = 'CANCELLED', held_place = null, held_patient_id = null"
                        + " where appointment_id = ?")
                .param(appointment)
                .update();
        assertThat(kiosk.identifyRefused(new Presentation.AppointmentCode(hospital.code(), appointment)))
                .isEqualTo(FaultCode.APPOINTMENT_NOT_TODAY);
    }

    @Test
    void manyWhoArriveAtOnceAllArrive() throws Exception {
        List<Callable<CheckIn>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String number = "0011700001%02d".formatted(i);
            String slip = hospital.appointment(
                    patient(number), eyes, today, LocalTime.of(7, 0).plusMinutes(i));
            UUID who = shown(slip).id();
            all.add(() -> kiosk.checkInAs(UUID.randomUUID(), who, "MAT"));
        }
        assertThat(Together.run(all))
                .extracting(it -> it.ticket().appointment())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from appointment where facility_id = ? and state = 'ARRIVED'")
                        .param(hospital.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }
}

@OnH2
class ArrivalsOnH2Test extends ArrivalPromises {}

@OnPostgres
class ArrivalsOnPostgresTest extends ArrivalPromises {}
