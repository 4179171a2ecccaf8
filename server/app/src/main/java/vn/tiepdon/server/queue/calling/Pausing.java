package vn.tiepdon.server.queue.calling;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.view.Pause;

/** Rooms that call nobody for a while; who waits for such a room may be called by another one of its clinic. */
@Service
public class Pausing {

    private static final int LONGEST_REASON = 80;

    private final Acts acts;
    private final Pauses pauses;

    Pausing(Acts acts, Pauses pauses) {
        this.acts = acts;
        this.pauses = pauses;
    }

    public Optional<Pause> of(FacilityId facility, Room room) {
        return pauses.of(facility, room.id());
    }

    /**
     * @param reason may be empty; what is too long is cut
     * @param by login
     */
    public void pause(FacilityId facility, Room room, String reason, String by) {
        String said = reason.strip();
        String kept = said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) : said;
        acts.run(facility, Set.of(room.clinic()), act -> {
            pauses.begin(facility, room.id(), kept, by, act.at());
            act.happens(QueueEvent.of(EventKind.ROOM_PAUSED, room.clinic(), Calling.door(room)));
            return null;
        });
    }

    public void open(FacilityId facility, Room room) {
        acts.run(facility, Set.of(room.clinic()), act -> {
            if (pauses.end(facility, room.id())) {
                act.happens(QueueEvent.of(EventKind.ROOM_OPENED, room.clinic(), Calling.door(room)));
            }
            return null;
        });
    }
}
