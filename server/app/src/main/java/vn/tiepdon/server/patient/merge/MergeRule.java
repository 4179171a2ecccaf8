package vn.tiepdon.server.patient.merge;

import java.util.List;
import vn.tiepdon.server.facility.FacilityId;

/** Decides about one row after the other. */
@FunctionalInterface
public interface MergeRule {

    /** @param kept the rows of the one who stays, with those that were moved before this one */
    Verdict decide(FacilityId facility, List<Row> kept, Row gone);
}
