package vn.tiepdon.server.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.server.appointment.Booked.Reason;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.merge.MergeOutcome;
import vn.tiepdon.server.patient.merge.PatientMerges;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class AppointmentPromises {

    private static final Actor DESK = new Actor("letan", "test");
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Appointments appointments;

    @Autowired
    NextVisits nextVisits;

    @Autowired
    NoShows noShows;

    @Autowired
    PatientMerges merges;

    @Autowired
    Facilities facilities;

    @Autowired
    HospitalClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TestHospital hospital;
    FacilityId facility;
    ClinicId heart;
    PatientId minh;
    LocalDate today;
    LocalDate tomorrow;

    @BeforeEach
    void aClinicWithFourSlotsOfTwoPlacesEachDay() {
        hospital = hospitals.open();
        facility = hospital.id();
        heart = hospital.clinic("TIM", 100);
        hospital.seesByAppointment(heart, SEVEN, LocalTime.of(8, 0), 30, 2);
        hospital.seesByAppointment(heart, LocalTime.of(13, 0), LocalTime.of(14, 0), 30, 2);
        minh = patient();
        today = clock.today(facilities.get(facility)).date();
        tomorrow = today.plusDays(1);
    }

    private PatientId patient() {
        return hospital.patient("Nguyễn Thị Mẫu", "1950-03-02", Sex.FEMALE);
    }

    private Booked book(PatientId patient, LocalDate day, LocalTime starts) {
        return appointments.book(facility, new Booking(patient, heart, new Slot(day, starts), Origin.DESK), DESK);
    }

    private static Appointment done(Booked booked) {
        return ((Booked.Done) booked).appointment();
    }

    private static Booked refused(Reason why) {
        return new Booked.Refused(why);
    }

    private Optional<Appointment> expect(PatientId patient, LocalDate day) {
        return new TransactionTemplate(transactions)
                .execute(status -> nextVisits.expect(facility, patient, heart, today, day, DESK));
    }

    @Test
    void ofManyWhoWantTheSameSlotAtOnceExactlyAsManyGetAPlaceAsThereAre() throws Exception {
        List<Callable<Booked>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PatientId one = patient();
            all.add(() -> book(one, tomorrow, SEVEN));
        }
        List<Booked> booked = Together.run(all);
        assertThat(booked).filteredOn(Booked.Done.class::isInstance).hasSize(2);
        assertThat(booked).filteredOn(refused(Reason.FULL)::equals).hasSize(10);
        assertThat(appointments.ofDay(facility, heart, tomorrow))
                .extracting(it -> it.place().number())
                .containsExactly(1, 2);
        assertThat(appointments.slots(facility, heart, tomorrow, 1).get(0).free())
                .isZero();
    }

    @Test
    void onePatientGetsOneAppointmentForAClinicAndDayHoweverManyAsk() throws Exception {
        List<Callable<Booked>> all = new ArrayList<>();
        for (LocalTime each : List.of(SEVEN, SEVEN.plusMinutes(30), LocalTime.of(13, 0), LocalTime.of(13, 30))) {
            all.add(() -> book(minh, tomorrow, each));
        }
        List<Booked> booked = Together.run(all);
        assertThat(booked).filteredOn(Booked.Done.class::isInstance).hasSize(1);
        assertThat(booked).filteredOn(refused(Reason.SAME_DAY)::equals).hasSize(3);
    }

    @Test
    void aTimeThatIsOverOrThatTheClinicDoesNotKnowIsRefused() {
        assertThat(book(minh, today.minusDays(1), SEVEN)).isEqualTo(refused(Reason.PAST));
        assertThat(book(minh, tomorrow, LocalTime.of(7, 10))).isEqualTo(refused(Reason.NO_SUCH_SLOT));
        assertThat(book(minh, today.plusYears(3), SEVEN)).isEqualTo(refused(Reason.NO_SUCH_SLOT));
        assertThat(appointments.slots(facility, heart, today.minusDays(3), 3)).isEmpty();
    }

    @Test
    void onAClosedDayNobodyIsExpected() {
        TestHospital other = hospitals.open();
        ClinicId clinic = other.clinic("TIM", 10);
        other.seesByAppointment(clinic, SEVEN, LocalTime.of(8, 0), 30, 2);
        other.closes(clinic, tomorrow);
        assertThat(appointments.slots(other.id(), clinic, tomorrow, 2))
                .extracting(it -> it.slot().day())
                .containsOnly(tomorrow.plusDays(1));
    }

    @Test
    void aMovedAppointmentGivesItsPlaceBackAndKeepsItsHistory() {
        Appointment booked = done(book(minh, tomorrow, SEVEN));
        Slot later = new Slot(tomorrow, LocalTime.of(13, 0));
        Appointment moved = done(appointments.move(facility, booked.id(), booked.version(), later, DESK));
        assertThat(moved.slot()).isEqualTo(later);
        assertThat(appointments.find(facility, booked.id())).contains(moved);
        assertThat(appointments.slots(facility, heart, tomorrow, 1))
                .extracting(SlotState::free)
                .containsExactly(2, 2, 1, 2);
        assertThat(appointments.move(facility, booked.id(), booked.version(), booked.slot(), DESK))
                .isEqualTo(refused(Reason.STALE));
        assertThat(jdbc.sql("select starts from appointment_change where facility_id = ? order by version")
                        .param(facility.value())
                        .query(LocalTime.class)
                        .list())
                .containsExactly(SEVEN, LocalTime.of(13, 0));
        assertThat(jdbc.sql("select action from audit where facility_id = ? order by at")
                        .param(facility.value())
                        .query(String.class)
                        .list())
                .containsExactly("appointment.book", "appointment.move");
    }

    @Test
    void aCancelledPlaceIsFreeForOthersAndForTheSamePatient() {
        Appointment booked = done(book(minh, tomorrow, SEVEN));
        assertThat(done(appointments.cancel(facility, booked.id(), 1, DESK)).state())
                .isEqualTo(AppointmentState.CANCELLED);
        assertThat(appointments.cancel(facility, booked.id(), 2, DESK)).isEqualTo(refused(Reason.STALE));
        assertThat(done(book(minh, tomorrow, SEVEN)).place().number()).isEqualTo(1);
        assertThat(done(book(patient(), tomorrow, SEVEN)).place().number()).isEqualTo(2);
    }

    @Test
    void whoTouchesTwiceHasBookedOnce() {
        Booked first = book(minh, tomorrow, SEVEN);
        assertThat(book(minh, tomorrow, SEVEN)).isEqualTo(first);
    }

    @Test
    void anotherSystemThatAsksTwiceHasBookedOnce() {
        Booking wish = new Booking(
                minh, heart, new Slot(tomorrow, SEVEN), Origin.SYSTEM, Optional.of("HIS-1"), Optional.of("nhịn ăn"));
        Booked first = appointments.book(facility, wish, DESK);
        assertThat(done(first).note()).contains("nhịn ăn");
        assertThat(appointments.book(facility, wish, DESK)).isEqualTo(first);
    }

    @Test
    void theNextVisitGetsTheLeastFilledSlotOfTheMorning() {
        LocalDate day = today.plusDays(7);
        book(patient(), day, SEVEN);
        assertThat(expect(minh, day).orElseThrow().slot()).isEqualTo(new Slot(day, LocalTime.of(7, 30)));
        assertThat(expect(patient(), day).orElseThrow().slot().starts()).isEqualTo(SEVEN);
    }

    @Test
    void whoCameInTheAfternoonIsExpectedInTheAfternoon() {
        String before = hospital.appointment(minh, heart, today.minusDays(30), LocalTime.of(13, 0));
        jdbc.sql("update appointment set state = 'FULFILLED' where appointment_id = ?")
                .param(before)
                .update();
        LocalDate day = today.plusDays(7);
        assertThat(expect(minh, day).orElseThrow().slot()).isEqualTo(new Slot(day, LocalTime.of(13, 0)));
    }

    @Test
    void aFullDayIsFollowedByTheNextOpenOne() {
        LocalDate day = today.plusDays(7);
        for (LocalTime each : List.of(SEVEN, SEVEN.plusMinutes(30), LocalTime.of(13, 0), LocalTime.of(13, 30))) {
            book(patient(), day, each);
            book(patient(), day, each);
        }
        assertThat(expect(minh, day).orElseThrow().slot()).isEqualTo(new Slot(day.plusDays(1), SEVEN));
    }

    @Test
    void anotherNextVisitMovesWhatTheLastOneHasBooked() {
        Appointment first = expect(minh, today.plusDays(7)).orElseThrow();
        Appointment second = expect(minh, today.plusDays(14)).orElseThrow();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.slot().day()).isEqualTo(today.plusDays(14));
        assertThat(expect(minh, today.plusDays(14))).contains(second);
    }

    @Test
    void twoWhoAreOnePersonKeepOnePlaceAndPartedTheyHaveTwoAgain() {
        PatientId twice = patient();
        Appointment kept = done(book(minh, tomorrow, SEVEN));
        Appointment gone = done(book(twice, tomorrow, SEVEN));
        MergeOutcome merged = merges.merge(facility, minh, twice, "letan", "test", "cùng người");
        assertThat(appointments.ofPatient(facility, minh, tomorrow))
                .extracting(Appointment::id, Appointment::state)
                .containsExactlyInAnyOrder(
                        tuple(kept.id(), AppointmentState.BOOKED), tuple(gone.id(), AppointmentState.CANCELLED));
        assertThat(appointments.slots(facility, heart, tomorrow, 1).get(0).free())
                .isEqualTo(1);

        merges.part(facility, ((MergeOutcome.Done) merged).merge(), "letan", "test", "hai người");
        assertThat(appointments.ofPatient(facility, twice, tomorrow)).containsExactly(gone);
        assertThat(appointments.slots(facility, heart, tomorrow, 1).get(0).free())
                .isZero();
    }

    @Test
    void aClinicWithoutAScheduleExpectsNobody() {
        ClinicId eyes = hospital.clinic("MAT", 10);
        assertThat(appointments.slots(facility, eyes, tomorrow, 30)).isEmpty();
        assertThat(nextVisits.takesAppointments(facility, eyes)).isFalse();
    }

    @Test
    void whoDidNotComeUntilTheDayWasOverIsWrittenDownOnce() {
        hospital.appointment(minh, heart, today.minusDays(1), SEVEN);
        hospital.appointment(minh, heart, today, SEVEN);
        assertThat(noShows.sweep(facility)).isEqualTo(1);
        assertThat(noShows.sweep(facility)).isZero();
        assertThat(appointments.ofPatient(facility, minh, today.minusDays(1)))
                .extracting(Appointment::state)
                .containsExactly(AppointmentState.BOOKED, AppointmentState.NO_SHOW);
    }
}

@OnH2
class AppointmentsOnH2Test extends AppointmentPromises {}

@OnPostgres
class AppointmentsOnPostgresTest extends AppointmentPromises {}
