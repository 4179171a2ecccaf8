package vn.tiepdon.kiosk.client;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import vn.tiepdon.api.kiosk.Handover;

/** Somebody on the way to the desk, of whom the desk may not know yet. */
record PendingHandover(Handover handover, Instant since) implements Pending {

    PendingHandover {
        Objects.requireNonNull(handover);
        Objects.requireNonNull(since);
    }

    @Override
    public UUID id() {
        return handover.id();
    }
}
