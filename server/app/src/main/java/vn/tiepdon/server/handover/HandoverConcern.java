package vn.tiepdon.server.handover;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.floor.FloorConcern;

/** People whom a kiosk could not help and whom nobody has taken over. */
@Component
class HandoverConcern implements FloorConcern {

    private final TakeoverLines lines;

    HandoverConcern(TakeoverLines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Concern> of(FacilityId facility) {
        int waiting = lines.waiting(facility);
        return waiting == 0 ? Optional.empty() : Optional.of(new Concern("handover.floor", waiting, "/desk/handovers"));
    }
}
