package vn.tiepdon.server.history;

import java.util.List;
import vn.tiepdon.server.facility.FacilityId;

/**
 * Visits that another system told of were written or replaced. Published inside the transaction that writes them, once
 * for a batch, and without those of a sensitive diagnosis.
 */
public record VisitsTakenIn(FacilityId facility, List<VisitRecorded> visits) {

    @Override
    public String toString() {
        return "VisitsTakenIn[" + visits.size() + "]";
    }
}
