package vn.tiepdon.server.patient.merge;

import java.util.List;
import java.util.Map;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * One is two again. Published inside the transaction, after all rows were moved back.
 *
 * @param decided by table, of the rows that the merge had moved by a rule: key and columns that it changed, as it left them
 */
public record PatientsParted(
        FacilityId facility, PatientId kept, PatientId back, MergeId merge, Map<String, List<Row>> decided) {}
