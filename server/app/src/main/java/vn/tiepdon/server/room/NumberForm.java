package vn.tiepdon.server.room;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.PriorityGround;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.TicketId;

/**
 * A number of the list, as the page showed it.
 *
 * @param ground names of what counts from now on; unknown ones are none
 */
record NumberForm(String number, Integer numberVersion, List<String> ground) {

    NumberForm {
        ground = ground == null ? List.of() : List.copyOf(ground);
    }

    Set<PriorityGround> grounds() {
        return Arrays.stream(PriorityGround.values())
                .filter(it -> ground.contains(it.name()))
                .collect(Collectors.toSet());
    }

    /** @throws NumberNotNamedException when the request names none */
    Seen seen() {
        return TicketId.parse(number)
                .filter(id -> numberVersion != null)
                .map(id -> new Seen(id, numberVersion))
                .orElseThrow(NumberNotNamedException::new);
    }

    static final class NumberNotNamedException extends Refusal {
        NumberNotNamedException() {
            super(FaultCode.REQUEST_INVALID, "no ticket named");
        }
    }
}
