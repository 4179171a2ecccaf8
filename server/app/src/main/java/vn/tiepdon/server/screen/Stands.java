package vn.tiepdon.server.screen;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.view.Queues;

/**
 * How the clinics stand, with a handful of questions however many they are. What several boards show is read
 * once, and again when something has happened there: a call is on the door's screen, in its corridor and in the hall.
 */
@Component
class Stands {

    /** More than are seen at once: what still waits to be spoken must be there. */
    private static final int CALLS = 8;

    private static final int NEXT = 5;
    private static final int MISSED = 4;

    /** The queues look at no more than 500 who wait: few clinics at a time, so that none is left out. */
    private static final int CLINICS_AT_A_TIME = 8;

    /** The order changes without an event too, when the time of an appointment comes. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Facilities facilities;
    private final Queues queues;
    private final EventLog events;
    private final HospitalClock clock;
    private final Map<Place, Known> known = new ConcurrentHashMap<>();

    Stands(Facilities facilities, Queues queues, EventLog events, HospitalClock clock) {
        this.facilities = facilities;
        this.queues = queues;
        this.events = events;
        this.clock = clock;
    }

    /** One place in the house. */
    private record Place(FacilityId facility, ClinicId clinic) {}

    /**
     * @param seq no event up to this one is missing
     * @param read by the clock of {@link System#nanoTime()}
     */
    private record Known(BusinessDay day, long seq, long read, Stand stand) {

        boolean fresh(BusinessDay today) {
            return day.equals(today) && System.nanoTime() - read < GOOD_FOR.toNanos();
        }
    }

    Map<ClinicId, Stand> of(FacilityId facility, List<ClinicId> clinics) {
        BusinessDay day = clock.today(facilities.get(facility));
        long head = events.head(facility);
        Map<ClinicId, Stand> stands = unchanged(facility, clinics, day);
        List<ClinicId> others =
                clinics.stream().filter(clinic -> !stands.containsKey(clinic)).toList();
        for (int from = 0; from < others.size(); from += CLINICS_AT_A_TIME) {
            List<ClinicId> some = others.subList(from, Math.min(from + CLINICS_AT_A_TIME, others.size()));
            read(facility, some, day).forEach((clinic, stand) -> {
                known.put(new Place(facility, clinic), new Known(day, head, System.nanoTime(), stand));
                stands.put(clinic, stand);
            });
        }
        return stands;
    }

    private Map<ClinicId, Stand> unchanged(FacilityId facility, List<ClinicId> clinics, BusinessDay day) {
        Map<ClinicId, Known> last = new HashMap<>();
        for (ClinicId clinic : clinics) {
            Known then = known.get(new Place(facility, clinic));
            if (then != null && then.fresh(day)) {
                last.put(clinic, then);
            }
        }
        Map<ClinicId, Stand> stands = new HashMap<>();
        if (!last.isEmpty()) {
            long oldest = last.values().stream().mapToLong(Known::seq).min().orElseThrow();
            Map<ClinicId, Long> since = events.lastOfClinics(facility, oldest);
            last.forEach((clinic, then) -> {
                if (since.getOrDefault(clinic, 0L) <= then.seq()) {
                    stands.put(clinic, then.stand());
                }
            });
        }
        return stands;
    }

    private Map<ClinicId, Stand> read(FacilityId facility, List<ClinicId> clinics, BusinessDay day) {
        Map<ClinicId, List<Ticket>> called = byPlace(queues.called(facility, clinics, day, CALLS * clinics.size()));
        Map<ClinicId, List<Ticket>> next = byPlace(queues.next(facility, clinics, day, NEXT * clinics.size()));
        Map<ClinicId, List<Ticket>> missed = byPlace(queues.missed(facility, clinics, day, MISSED * clinics.size()));
        Map<ClinicId, Stand> stands = new HashMap<>();
        for (ClinicId clinic : clinics) {
            stands.put(
                    clinic,
                    new Stand(first(called, clinic, CALLS), first(next, clinic, NEXT), first(missed, clinic, MISSED)));
        }
        return stands;
    }

    private static Map<ClinicId, List<Ticket>> byPlace(List<Ticket> tickets) {
        return tickets.stream().collect(groupingBy(ticket -> ticket.queue().clinic()));
    }

    private static List<Ticket> first(Map<ClinicId, List<Ticket>> tickets, ClinicId clinic, int most) {
        return tickets.getOrDefault(clinic, List.of()).stream().limit(most).toList();
    }
}
