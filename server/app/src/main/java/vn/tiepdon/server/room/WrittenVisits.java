package vn.tiepdon.server.room;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.appointment.Appointment;
import vn.tiepdon.server.appointment.NextVisits;
import vn.tiepdon.server.appointment.Slot;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.Visits;
import vn.tiepdon.server.queue.Ticket;

/** What a room has just written, as the doctor is to see it. */
@Component
class WrittenVisits {

    private final Visits visits;
    private final NextVisits nextVisits;

    WrittenVisits(Visits visits, NextVisits nextVisits) {
        this.visits = visits;
        this.nextVisits = nextVisits;
    }

    Optional<Written> of(FacilityId facility, Ticket ticket) {
        return visits.ofTicket(facility, ticket.id().value()).map(visit -> written(facility, ticket, visit));
    }

    private Written written(FacilityId facility, Ticket ticket, Visit visit) {
        boolean asked = visit.details().next().isPresent() && nextVisits.takesAppointments(facility, visit.clinic());
        Optional<Slot> slot = asked
                ? nextVisits
                        .after(facility, visit.patient(), visit.clinic(), visit.day())
                        .map(Appointment::slot)
                : Optional.empty();
        Written.Kept kept = !asked ? Written.Kept.NOT_ASKED : slot.isPresent() ? Written.Kept.YES : Written.Kept.NO;
        return new Written(ticket.label(), visit.id(), visit.details(), kept, slot);
    }
}
