package vn.tiepdon.server.queue.calling;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.numbers.QueueTransactions;
import vn.tiepdon.server.queue.tables.Counters;
import vn.tiepdon.server.queue.tables.Stops;
import vn.tiepdon.server.queue.tables.Tickets;

/** Runs acts on queues: locks them in order, writes what changed, tells what happened, and keeps what can be undone. */
@Component
class Acts {

    private final QueueTransactions transactions;
    private final Counters counters;
    private final Tickets tickets;
    private final Stops stops;
    private final LastActs memory;
    private final EventLog events;
    private final Facilities facilities;
    private final HospitalClock clock;

    Acts(
            QueueTransactions transactions,
            Counters counters,
            Tickets tickets,
            Stops stops,
            LastActs memory,
            EventLog events,
            Facilities facilities,
            HospitalClock clock) {
        this.transactions = transactions;
        this.counters = counters;
        this.tickets = tickets;
        this.stops = stops;
        this.memory = memory;
        this.events = events;
        this.facilities = facilities;
        this.clock = clock;
    }

    BusinessDay today(FacilityId facility) {
        return clock.today(facilities.get(facility));
    }

    /**
     * An act of a room; what it did before can then be taken back no more.
     *
     * @param clinics whose queues are concerned
     */
    <T> T ofRoom(FacilityId facility, Room room, Set<ClinicId> clinics, Function<Act, T> work) {
        BusinessDay day = today(facility);
        return run(facility, day, clinics, act -> {
            T result = work.apply(act);
            act.memory()
                    .ifPresentOrElse(
                            done -> memory.keep(facility, room.id(), day, done),
                            () -> memory.forget(facility, room.id()));
            return result;
        });
    }

    /** An act of anybody else, or one that leaves the room's last act as it is. */
    <T> T run(FacilityId facility, Set<ClinicId> clinics, Function<Act, T> work) {
        return run(facility, today(facility), clinics, work);
    }

    private <T> T run(FacilityId facility, BusinessDay day, Set<ClinicId> clinics, Function<Act, T> work) {
        return transactions.run(() -> {
            Act act = new Act(locked(facility, day, clinics), tickets, stops, clock.now());
            T result = work.apply(act);
            events.append(facility, act.happened(), act.at());
            return result;
        });
    }

    private Map<ClinicId, ClinicQueue> locked(FacilityId facility, BusinessDay day, Set<ClinicId> clinics) {
        Map<ClinicId, ClinicQueue> queues = new HashMap<>();
        counters.lock(facility, day, clinics)
                .forEach((clinic, counter) -> queues.put(
                        clinic,
                        new ClinicQueue(new QueueKey(facility, clinic, day), counter.calls(), tickets, counters)));
        return queues;
    }
}
