package vn.tiepdon.server.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;

class AppointmentTest {

    private static final Slot SLOT = new Slot(LocalDate.of(2026, 11, 24), LocalTime.of(8, 30));

    private static Appointment booked() {
        return Appointment.booked(new Booking(new PatientId(1), new ClinicId(1), SLOT, Origin.DESK), 1);
    }

    @Test
    void aScheduleHasWholeSlotsOnItsOwnDaysOnly() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        Schedule schedule = new Schedule(
                2, LocalTime.of(7, 0), LocalTime.of(8, 20), 30, 3, tuesday, Optional.of(tuesday.plusWeeks(1)));
        assertThat(schedule.startsOn(tuesday)).containsExactly(LocalTime.of(7, 0), LocalTime.of(7, 30));
        assertThat(schedule.startsOn(tuesday.plusDays(1))).isEmpty();
        assertThat(schedule.startsOn(tuesday.minusWeeks(1))).isEmpty();
        assertThat(schedule.startsOn(tuesday.plusWeeks(1))).hasSize(2);
        assertThat(schedule.startsOn(tuesday.plusWeeks(2))).isEmpty();
    }

    @Test
    void twoSchedulesWithOneSlotAddUpTheirPlaces() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        Schedule one = new Schedule(2, LocalTime.of(7, 0), LocalTime.of(8, 0), 60, 3, tuesday, Optional.empty());
        Schedule other = new Schedule(2, LocalTime.of(7, 0), LocalTime.of(8, 0), 30, 2, tuesday, Optional.empty());
        SlotPlan plan = new SlotPlan(List.of(one, other), day -> true);
        assertThat(plan.on(tuesday)).containsEntry(LocalTime.of(7, 0), 5).containsEntry(LocalTime.of(7, 30), 2);
        assertThat(new SlotPlan(List.of(one), day -> false).on(tuesday)).isEmpty();
    }

    @Test
    void aSlotIsReadAsItIsWritten() {
        assertThat(Slot.parse(SLOT.toString())).contains(SLOT);
        assertThat(List.of("", "2026-11-24", "2026-11-24T8:30", "2026-13-24T08:30", "2026-11-24T08:30:00"))
                .allSatisfy(text -> assertThat(Slot.parse(text)).isEmpty());
    }

    @Test
    void anAppointmentTellsNothingButItsIdInALog() {
        Appointment one = booked();
        assertThat(one).hasToString("Appointment[" + one.id() + "]");
    }
}
