package vn.tiepdon.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.Corrected;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.TicketTransitionIllegalException;
import vn.tiepdon.server.queue.calling.Calling;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.Hall;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

abstract class EndedVisitPromises {

    private static final Said HYPERTENSION = new Said.Diagnosed(
            VisitDetails.of(VisitKind.EXAMINATION, Diagnosis.named(new Icd10("I10"), "Tăng huyết áp")));

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    Calling calling;

    @Autowired
    EndedVisits ended;

    @Autowired
    CorrectedVisits corrected;

    @Autowired
    Visits visits;

    @Autowired
    WrittenVisits written;

    @Autowired
    Facilities facilities;

    @Autowired
    JdbcClient jdbc;

    Hall hall;
    FacilityId facility;
    StaffMember doctor;
    Room twelve;
    Room fourteen;

    @BeforeEach
    void aHallWithThreeWaiting() {
        hall = new Hall(hospitals.open(), port);
        facility = hall.hospital().id();
        doctor = new StaffMember(facility, "bacsi", "Bác sĩ Thử", Set.of(Role.ROOM));
        twelve = facilities.room(facility, "12").orElseThrow();
        fourteen = facilities.room(facility, "14").orElseThrow();
        for (int i = 0; i < 3; i++) {
            hall.arrive("TIM");
        }
    }

    private Seen call(Room room) {
        return calling.callNext(facility, room, null).orElseThrow().seen();
    }

    private Seen current(Room room) {
        return calling.current(facility, room).map(Ticket::seen).orElse(null);
    }

    private boolean end(Room room, Seen seen, Said said, boolean then) {
        return ended.end(doctor, "test", room, seen, said, List.of(), then);
    }

    private long writtenVisits() {
        return jdbc.sql("select count(*) from visit where facility_id = ?")
                .param(facility.value())
                .query(Long.class)
                .single();
    }

    private List<String> states() {
        return jdbc.sql("select state from ticket where facility_id = ? order by number")
                .param(facility.value())
                .query(String.class)
                .list();
    }

    @Test
    void theVisitIsWrittenAndTheNextIsCalledInOneAct() {
        call(twelve);
        assertThat(end(twelve, current(twelve), HYPERTENSION, true)).isTrue();
        assertThat(states()).containsExactly("DONE", "CALLED", "WAITING");
        assertThat(writtenVisits()).isEqualTo(1);
    }

    @Test
    void aVisitThatCannotBeWrittenLeavesTheNumberOpen() {
        call(twelve);
        jdbc.sql("insert into visit_ticket (facility_id, ticket_id) select facility_id, ticket_id from ticket"
                        + " where facility_id = ? and state = 'CALLED'")
                .param(facility.value())
                .update();
        assertThatThrownBy(() -> end(twelve, current(twelve), HYPERTENSION, true))
                .isInstanceOf(DataAccessException.class);
        assertThat(states()).containsExactly("CALLED", "WAITING", "WAITING");
        assertThat(writtenVisits()).isZero();
    }

    @Test
    void anAnswerPressedTwiceWritesOneVisit() throws Exception {
        call(twelve);
        Seen seen = current(twelve);
        Callable<String> press = () -> {
            try {
                end(twelve, seen, HYPERTENSION, true);
                return "written";
            } catch (TicketTransitionIllegalException stale) {
                return "stale";
            }
        };
        assertThat(Together.run(List.of(press, press))).containsExactlyInAnyOrder("written", "stale");
        assertThat(writtenVisits()).isEqualTo(1);
        assertThat(states()).containsExactly("DONE", "CALLED", "WAITING");
    }

    @Test
    void theEndOfAVisitKeepsAPlaceForTheNextAndEndsItsOwnAppointment() {
        hall.hospital().seesByAppointment(hall.heart(), LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 2);
        call(twelve);
        Ticket ticket = calling.current(facility, twelve).orElseThrow();
        LocalDate today = ticket.queue().day().date();
        String appointment = hall.hospital().appointment(ticket.patient(), hall.heart(), today, LocalTime.of(7, 0));
        jdbc.sql("update appointment set state = 'ARRIVED', ticket_id = ? where appointment_id = ?")
                .params(List.of(ticket.id().toString(), appointment))
                .update();
        Said expected = new Said.Diagnosed(
                ((Said.Diagnosed) HYPERTENSION).details().expecting(Optional.of(today.plusMonths(1))));
        end(twelve, ticket.seen(), expected, false);
        assertThat(jdbc.sql("select state from appointment where facility_id = ? order by on_day")
                        .param(facility.value())
                        .query(String.class)
                        .list())
                .containsExactly("FULFILLED", "BOOKED");
        Written told = written.of(facility, ticket).orElseThrow();
        assertThat(told.expected()).contains(new Slot(today.plusMonths(1), LocalTime.of(7, 0)));
    }

    @Test
    void aCorrectedNextVisitTakesItsPlaceAlong() {
        hall.hospital().seesByAppointment(hall.heart(), LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 2);
        call(twelve);
        Ticket ticket = calling.current(facility, twelve).orElseThrow();
        LocalDate today = ticket.queue().day().date();
        VisitDetails details = ((Said.Diagnosed) HYPERTENSION).details();
        end(twelve, ticket.seen(), new Said.Diagnosed(details.expecting(Optional.of(today.plusMonths(1)))), false);

        correct(ticket, details.expecting(Optional.of(today.plusMonths(3))));
        assertThat(places()).containsExactly("BOOKED " + today.plusMonths(3));
        correct(ticket, details.expecting(Optional.empty()));
        assertThat(places()).containsExactly("CANCELLED " + today.plusMonths(3));
    }

    @Test
    void theCorrectionOfAnOldVisitLeavesThePlaceOfALaterOneAlone() {
        hall.hospital().seesByAppointment(hall.heart(), LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 2);
        call(twelve);
        Ticket ticket = calling.current(facility, twelve).orElseThrow();
        LocalDate today = ticket.queue().day().date();
        VisitDetails details = ((Said.Diagnosed) HYPERTENSION).details();
        end(twelve, ticket.seen(), new Said.Diagnosed(details.expecting(Optional.of(today.plusMonths(1)))), false);
        jdbc.sql("update visit set on_day = ? where facility_id = ?")
                .params(List.of(today.minusMonths(1), facility.value()))
                .update();
        Visit old = visits.ofTicket(facility, ticket.id().value()).orElseThrow();
        hall.hospital().visit(ticket.patient(), hall.heart(), today, "I10", "Tăng huyết áp");

        StaffMember administrator = new StaffMember(facility, "quantri", "Quản trị Thử", Set.of(Role.ADMIN));
        assertThat(corrected.correct(administrator, "test", old, details.expecting(Optional.empty())))
                .isEqualTo(Corrected.DONE);
        assertThat(places()).containsExactly("BOOKED " + today.plusMonths(1));
    }

    private void correct(Ticket ticket, VisitDetails details) {
        Visit visit = visits.ofTicket(facility, ticket.id().value()).orElseThrow();
        assertThat(corrected.correct(doctor, "test", visit, details)).isEqualTo(Corrected.DONE);
    }

    private List<String> places() {
        return jdbc.sql("select state, on_day from appointment where facility_id = ?")
                .param(facility.value())
                .query((row, index) -> row.getString(1) + " " + row.getDate(2))
                .list();
    }

    @Test
    void aVisitThatIsNotWrittenKeepsNoPlace() {
        hall.hospital().seesByAppointment(hall.heart(), LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 2);
        call(twelve);
        jdbc.sql("insert into visit_ticket (facility_id, ticket_id) select facility_id, ticket_id from ticket"
                        + " where facility_id = ? and state = 'CALLED'")
                .param(facility.value())
                .update();
        LocalDate today =
                calling.current(facility, twelve).orElseThrow().queue().day().date();
        Said expected = new Said.Diagnosed(
                ((Said.Diagnosed) HYPERTENSION).details().expecting(Optional.of(today.plusMonths(1))));
        assertThatThrownBy(() -> end(twelve, current(twelve), expected, true)).isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("select count(*) from appointment where facility_id = ?")
                        .param(facility.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutADiagnosisNoVisitIsWritten() {
        call(twelve);
        end(twelve, current(twelve), new Said.WithoutDiagnosis(), false);
        assertThat(states()).containsExactly("DONE", "WAITING", "WAITING");
        assertThat(writtenVisits()).isZero();
    }

    @Test
    void twoRoomsEndTheirVisitsAtTheSameInstant() throws Exception {
        call(twelve);
        call(fourteen);
        Seen inTwelve = current(twelve);
        Seen inFourteen = current(fourteen);
        Together.run(List.<Callable<Boolean>>of(
                () -> end(twelve, inTwelve, HYPERTENSION, false),
                () -> end(fourteen, inFourteen, HYPERTENSION, false)));
        assertThat(writtenVisits()).isEqualTo(2);
        assertThat(states()).containsExactly("DONE", "DONE", "WAITING");
    }
}

@OnH2
class EndedVisitOnH2Test extends EndedVisitPromises {}

@OnPostgres
class EndedVisitOnPostgresTest extends EndedVisitPromises {}
