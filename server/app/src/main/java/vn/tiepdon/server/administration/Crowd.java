package vn.tiepdon.server.administration;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.view.Queues;

/** Who is there right now, for whoever changes the house under them. */
@Component
class Crowd {

    private static final int MANY = 1_000;

    private final Queues queues;
    private final Facilities facilities;
    private final HospitalClock clock;

    Crowd(Queues queues, Facilities facilities, HospitalClock clock) {
        this.queues = queues;
        this.facilities = facilities;
        this.clock = clock;
    }

    BusinessDay today(FacilityId facility) {
        return clock.today(facilities.get(facility));
    }

    int waiting(FacilityId facility, ClinicId clinic) {
        return queues.waiting(facility, List.of(clinic), today(facility)).getOrDefault(clinic, 0);
    }

    Map<ClinicId, Integer> waiting(FacilityId facility, List<ClinicId> clinics) {
        return queues.waiting(facility, clinics, today(facility));
    }

    int given(FacilityId facility, ClinicId clinic) {
        return queues.given(facility, List.of(clinic), today(facility)).getOrDefault(clinic, 0);
    }

    Map<ClinicId, Integer> given(FacilityId facility, List<ClinicId> clinics) {
        return queues.given(facility, clinics, today(facility));
    }

    /** Waiting, called or inside. */
    int there(FacilityId facility, ClinicId clinic) {
        return waiting(facility, clinic) + called(facility, clinic).size();
    }

    /** Whether somebody is called to a room or inside. */
    boolean in(FacilityId facility, RoomRow room) {
        return called(facility, room.clinic()).stream()
                .anyMatch(it -> it.room().filter(at -> at.value() == room.id()).isPresent());
    }

    private List<Ticket> called(FacilityId facility, ClinicId clinic) {
        return queues.called(facility, List.of(clinic), today(facility), MANY);
    }
}
