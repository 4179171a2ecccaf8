package vn.tiepdon.server.patient.merge;

import java.util.List;
import java.util.Map;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.Identifier;
import vn.tiepdon.server.patient.PatientId;

/**
 * Two are one now. Published inside the transaction, after all rows were moved.
 *
 * @param numbers that were the gone one's
 * @param decided by table, of the rows that a rule let move: key and columns that the merge changed, as they are now
 */
public record PatientsMerged(
        FacilityId facility,
        PatientId kept,
        PatientId gone,
        MergeId merge,
        List<Identifier> numbers,
        Map<String, List<Row>> decided) {}
