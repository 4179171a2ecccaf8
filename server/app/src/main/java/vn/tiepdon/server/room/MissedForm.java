package vn.tiepdon.server.room;

import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.queue.Seen;
import vn.tiepdon.server.queue.TicketId;

/** The missed number that is to be called again, as the page showed it. */
record MissedForm(String missed, Integer missedVersion) {

    /** @throws MissedNotNamedException when the request names none */
    Seen seen() {
        return TicketId.parse(missed)
                .filter(id -> missedVersion != null)
                .map(id -> new Seen(id, missedVersion))
                .orElseThrow(MissedNotNamedException::new);
    }

    static final class MissedNotNamedException extends Refusal {
        MissedNotNamedException() {
            super(FaultCode.REQUEST_INVALID, "no missed ticket named");
        }
    }
}
