package vn.tiepdon.server.queue;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Queues of today at a glance. */
@Service
public class Overviews {

    private final Queues queues;
    private final Estimates estimates;
    private final Facilities facilities;
    private final HospitalClock clock;

    Overviews(Queues queues, Estimates estimates, Facilities facilities, HospitalClock clock) {
        this.queues = queues;
        this.estimates = estimates;
        this.facilities = facilities;
        this.clock = clock;
    }

    /** @param listed so many of each list at most */
    public QueueOverview of(FacilityId facility, ClinicId clinic, int listed) {
        BusinessDay day = clock.today(facilities.get(facility));
        List<ClinicId> one = List.of(clinic);
        int waiting = queues.waiting(facility, one, day).getOrDefault(clinic, 0);
        return new QueueOverview(
                waiting,
                queues.called(facility, one, day, listed),
                queues.next(facility, one, day, listed),
                queues.missed(facility, one, day, listed),
                estimates.of(new QueueKey(facility, clinic, day), waiting));
    }
}
