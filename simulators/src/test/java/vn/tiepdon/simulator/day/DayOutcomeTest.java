package vn.tiepdon.simulator.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.api.kiosk.Wait;
import vn.tiepdon.simulator.harness.HallListener.Heard;

class DayOutcomeTest {

    private static final OffsetDateTime SEVEN = OffsetDateTime.parse("2026-11-24T07:00:00+07:00");
    private static final Text NOWHERE = new Text("", "");

    private final DayPlan plan = new DayPlan(
            1,
            List.of(),
            List.of(
                    new RoomPlan("101", "THA", true, DayPlan.OPENS, 5, null, 0),
                    new RoomPlan("107", "NOI", true, DayPlan.OPENS, 5, null, 0)));
    private final People people = new People();
    private final List<Heard> heard = new ArrayList<>();

    private Patient comes(int number, String clinic, int minute, String transfer) {
        Coming coming = new Coming(
                "BN%06d".formatted(number),
                clinic,
                LocalTime.of(7, 0).plusMinutes(minute),
                false,
                Coming.Manner.WAITS,
                5,
                List.of(),
                transfer,
                true,
                List.of(1.0));
        Ticket ticket = new Ticket(
                UUID.randomUUID(),
                number,
                clinic,
                NOWHERE,
                "101",
                NOWHERE,
                LocalDate.of(2026, 11, 24),
                SEVEN.plusMinutes(minute),
                0,
                Ticket.State.WAITING,
                "",
                null,
                null,
                new Wait(10, 20),
                null,
                null,
                null);
        Patient patient = new Patient(coming, false, ticket);
        people.add(patient);
        hears("ticket-issued", patient, null, minute, 0);
        return patient;
    }

    private void hears(String kind, Patient patient, String room, int minute, int calls) {
        heard.add(new Heard(
                heard.size() + 1,
                kind,
                patient.ticket().id(),
                room,
                calls,
                SEVEN.plusMinutes(minute).toInstant()));
    }

    private FirstWait of(Patient patient) {
        List<FirstWait> waits = DayOutcome.waits(plan, people, heard);
        int at = heard.stream()
                .filter(it -> it.kind().equals("ticket-called") && it.calls() == 1)
                .map(Heard::ticket)
                .distinct()
                .toList()
                .indexOf(patient.ticket().id());
        return waits.get(at);
    }

    @Test
    void whoCameLaterAndIsCalledBeforeOvertakesInTheSameClinicAlone() {
        Patient first = comes(1, "THA", 0, null);
        Patient second = comes(2, "THA", 1, null);
        Patient elsewhere = comes(3, "NOI", 2, null);
        hears("ticket-called", second, "101", 10, 1);
        hears("ticket-called", elsewhere, "107", 11, 1);
        hears("ticket-called", first, "101", 25, 1);
        hears("ticket-recalled", first, "101", 26, 2);
        assertThat(of(first).overtaken()).isEqualTo(1);
        assertThat(of(second).overtaken()).isZero();
        assertThat(of(first).minutes()).isCloseTo(25, within(0.01));
    }

    @Test
    void whoWasInTheWrongClinicKeepsThePlaceOfTheirNumber() {
        Patient stray = comes(1, "NOI", 0, "THA");
        Patient waits = comes(2, "THA", 5, null);
        hears("ticket-arrived", stray, "107", 20, 0);
        hears("ticket-called", stray, "101", 30, 1);
        hears("ticket-called", waits, "101", 40, 1);
        assertThat(of(waits).overtaken()).isZero();
    }

    @Test
    void whoComesBackFromTheLaboratoryComesAnew() {
        Patient back = comes(1, "THA", 0, null);
        Patient waits = comes(2, "THA", 5, null);
        hears("ticket-called", back, "101", 10, 1);
        hears("ticket-back", back, null, 20, 0);
        hears("ticket-called", back, "101", 25, 1);
        hears("ticket-called", waits, "101", 40, 1);
        assertThat(of(waits).overtaken()).isEqualTo(1);
    }

    @Test
    void whatTheKioskSaidIsHeldAgainstTheWait() {
        Patient patient = comes(1, "THA", 0, null);
        hears("ticket-called", patient, "101", 18, 1);
        FirstWait.Error error = of(patient).atArrival().orElseThrow();
        assertThat(error.minutes()).isCloseTo(3, within(0.01));
        assertThat(error.inside()).isTrue();
        assertThat(error.width()).isEqualTo(10);
    }

    @Test
    void whoTakesAnotherNumberIsOnePersonAndNotLost() {
        Patient late = comes(1, "THA", 0, null);
        assertThat(people.over(1)).isFalse();
        late.takesAnother();
        Patient again = comes(2, "THA", 90, null);
        assertThat(people.came()).isEqualTo(1);
        assertThat(people.left()).containsExactly(again);
        again.moveOn();
        assertThat(people.over(1)).isTrue();
    }
}
