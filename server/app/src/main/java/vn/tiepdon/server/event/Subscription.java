package vn.tiepdon.server.event;

import java.util.List;
import java.util.function.Predicate;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** One watcher: how far it has seen, and what it cares for. Touched by the dispatcher's thread alone once it is added. */
final class Subscription {

    private static final long FROM_NOW_ON = -1;

    private final FacilityId facility;
    private final Predicate<ClinicId> clinics;
    private final Connection connection;
    private long cursor;

    /** @param lastSeen null to hear only what comes */
    Subscription(FacilityId facility, Predicate<ClinicId> clinics, Connection connection, Long lastSeen) {
        this.facility = facility;
        this.clinics = clinics;
        this.connection = connection;
        this.cursor = lastSeen == null ? FROM_NOW_ON : lastSeen;
    }

    FacilityId facility() {
        return facility;
    }

    Connection connection() {
        return connection;
    }

    long cursor() {
        return cursor;
    }

    /** Settles where this watcher begins; one who is too far behind, or ahead of a restored database, starts afresh. */
    void join(long head, int backlog) {
        if (cursor == FROM_NOW_ON) {
            cursor = head;
        } else if (cursor > head || head - cursor > backlog) {
            cursor = head;
            connection.send(Frame.reset(head));
        }
    }

    void tell(List<StoredEvent> events) {
        for (StoredEvent event : events) {
            if (clinics.test(event.clinic())) {
                connection.send(Frame.event(event));
            }
            cursor = event.seq();
        }
    }
}
