package vn.tiepdon.server.queue.calling;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.queue.Ticket;
import vn.tiepdon.server.queue.tables.Tickets;

/** Takes back a room's last act, as long as nothing else has happened to its tickets. */
@Service
public class Undoing {

    private final Acts acts;
    private final LastActs memory;
    private final Tickets tickets;

    Undoing(Acts acts, LastActs memory, Tickets tickets) {
        this.acts = acts;
        this.memory = memory;
        this.tickets = tickets;
    }

    /** The labels of the tickets that would stand again as before; none when there is nothing to take back. */
    public List<String> undoable(FacilityId facility, Room room) {
        List<Was> done = last(facility, room).map(LastAct::tickets).orElse(List.of());
        List<Ticket> same =
                done.stream().flatMap(was -> untouched(facility, was).stream()).toList();
        return same.size() == done.size() ? same.stream().map(Ticket::label).toList() : List.of();
    }

    /** @throws NothingToUndoException when more has happened since */
    public void undo(FacilityId facility, Room room) {
        LastAct last = last(facility, room).orElseThrow(NothingToUndoException::new);
        Set<ClinicId> clinics = new HashSet<>(Set.of(room.clinic()));
        for (Was was : last.tickets()) {
            clinics.add(was.before().stop().clinic());
            clinics.add(was.before().visit());
            clinics.add(untouched(facility, was)
                    .orElseThrow(NothingToUndoException::new)
                    .queue()
                    .clinic());
        }
        acts.ofRoom(facility, room, clinics, act -> {
            if (!last(facility, room).equals(Optional.of(last))) {
                throw new NothingToUndoException();
            }
            last.tickets().forEach(act::restore);
            if (last.before() != null) {
                ClinicQueue queue = act.queue(room.clinic());
                queue.called(last.without(queue.calls()));
            }
            return null;
        });
    }

    private Optional<LastAct> last(FacilityId facility, Room room) {
        return memory.find(facility, room.id(), acts.today(facility));
    }

    private Optional<Ticket> untouched(FacilityId facility, Was was) {
        return tickets.find(facility, was.id()).filter(it -> it.version() == was.version());
    }
}
