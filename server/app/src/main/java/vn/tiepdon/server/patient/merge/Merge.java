package vn.tiepdon.server.patient.merge;

import java.time.Instant;
import vn.tiepdon.server.patient.PatientId;

/**
 * Two people who were made one.
 *
 * @param by login or device id
 */
public record Merge(MergeId id, PatientId kept, PatientId gone, String reason, Instant at, String by) {

    @Override
    public String toString() {
        return "Merge[" + id + "]";
    }
}
