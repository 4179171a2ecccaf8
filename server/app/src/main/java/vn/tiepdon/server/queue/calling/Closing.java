package vn.tiepdon.server.queue.calling;

import java.util.List;
import java.util.function.Consumer;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.queue.Ticket;

/**
 * How a room ends with whom it has.
 *
 * @param onward places that the patient goes to then, in order; empty when the room knows of none
 * @param work what belongs to it: both are done, or neither, and it stays done. It is given the ticket as it stands then,
 *     perhaps more than once when the transaction is tried again
 */
public record Closing(List<ClinicId> onward, Consumer<Ticket> work) {

    public Closing {
        onward = List.copyOf(onward);
    }
}
