package vn.tiepdon.server.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/**
 * One watcher: how far it has seen, and what it cares for. Touched by the dispatcher's thread alone once it is added. What
 * it is told goes out with the next {@link #flush()}: a call and its board are one write.
 */
final class Subscription {

    private static final long FROM_NOW_ON = -1;

    private final FacilityId facility;
    private final Predicate<ClinicId> clinics;
    private final Optional<View> view;
    private final Connection connection;
    private long cursor;
    private boolean greeted;
    private byte[] shown;

    /** @param lastSeen null to hear only what comes */
    Subscription(
            FacilityId facility,
            Predicate<ClinicId> clinics,
            Optional<View> view,
            Connection connection,
            Long lastSeen) {
        this.facility = facility;
        this.clinics = clinics;
        this.view = view;
        this.connection = connection;
        this.cursor = lastSeen == null ? FROM_NOW_ON : lastSeen;
    }

    FacilityId facility() {
        return facility;
    }

    Optional<View> view() {
        return view;
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
            connection.add(Frame.reset(head));
        }
    }

    /** The clock first: it tells whoever has slept how old is what comes then. */
    void greet(Instant now) {
        if (!greeted) {
            greeted = true;
            connection.add(Frame.heartbeat(cursor, now));
        }
    }

    boolean seesNothingYet() {
        return view.isPresent() && shown == null;
    }

    /** Whether what it looks at may have changed. */
    boolean concernedBy(List<StoredEvent> events) {
        return view.isPresent() && events.stream().anyMatch(event -> view.get().concerns(event.clinic()));
    }

    /** Sends a picture unless it is the one that is shown. */
    void show(Picture picture) {
        if (shown != picture.frame()) {
            shown = picture.frame();
            connection.add(shown);
        }
    }

    void tell(List<StoredEvent> events) {
        for (StoredEvent event : events) {
            if (clinics.test(event.clinic())) {
                connection.add(Frame.event(event));
            }
            cursor = event.seq();
        }
    }

    void flush() {
        connection.flush();
    }
}
