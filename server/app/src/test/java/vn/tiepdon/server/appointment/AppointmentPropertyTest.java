package vn.tiepdon.server.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.TicketId;

class AppointmentPropertyTest {

    private static final Slot SLOT = new Slot(LocalDate.of(2026, 11, 24), LocalTime.of(8, 30));
    private static final TicketId NUMBER = new TicketId(new UUID(1, 2));

    private static final Set<Act> AFTER_ARRIVAL = EnumSet.of(Act.FULFIL, Act.EXPECT_AGAIN);

    enum Act {
        MOVE(it -> it.moved(new Place(SLOT, 2)), AppointmentState.BOOKED),
        CANCEL(Appointment::cancelled, AppointmentState.CANCELLED),
        ARRIVE(it -> it.arrived(NUMBER), AppointmentState.ARRIVED),
        EXPECT_AGAIN(Appointment::expectedAgain, AppointmentState.BOOKED),
        FULFIL(Appointment::fulfilled, AppointmentState.FULFILLED),
        MISS(Appointment::missed, AppointmentState.NO_SHOW);

        private final UnaryOperator<Appointment> act;
        private final AppointmentState leadsTo;

        Act(UnaryOperator<Appointment> act, AppointmentState leadsTo) {
            this.act = act;
            this.leadsTo = leadsTo;
        }
    }

    /** Whatever is tried in whatever order: a refusal changes nothing, an end is an end, versions count. */
    @Property
    void noOrderOfActsLeadsWhereAnAppointmentCannotGo(@ForAll @Size(max = 12) List<Act> acts) {
        Appointment now = Appointment.booked(new Booking(new PatientId(1), new ClinicId(1), SLOT, Origin.DESK), 1);
        boolean arrived = false;
        for (Act act : acts) {
            Appointment before = now;
            boolean over = before.state() != AppointmentState.BOOKED && before.state() != AppointmentState.ARRIVED;
            boolean may = before.booked()
                    ? !AFTER_ARRIVAL.contains(act)
                    : before.state() == AppointmentState.ARRIVED && AFTER_ARRIVAL.contains(act);
            if (may) {
                now = act.act.apply(before);
                arrived = act == Act.ARRIVE || arrived && act != Act.EXPECT_AGAIN;
                assertThat(over).isFalse();
                assertThat(now.state()).isEqualTo(act.leadsTo);
                assertThat(now.version()).isEqualTo(before.version() + 1);
                assertThat(now.id()).isEqualTo(before.id());
            } else {
                assertThatThrownBy(() -> act.act.apply(before))
                        .isInstanceOf(AppointmentTransitionIllegalException.class);
            }
            assertThat(now.ticket().isPresent()).isEqualTo(arrived);
            assertThat(now.state().holdsPlace()).isEqualTo(now.state() != AppointmentState.CANCELLED);
        }
    }
}
