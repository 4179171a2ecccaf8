package vn.tiepdon.server.patient.merge;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/** Makes one person of two who are the same, and two again. */
@Service
public class PatientMerges {

    /**
     * All that was the one's is the other's, in one transaction.
     *
     * @param kept who stays
     * @param gone who is not a patient any more; numbers and codes of theirs find the kept one
     * @param by login or device id
     * @param source address the request came from
     * @param reason as somebody wrote it, 500 characters at most
     */
    public MergeOutcome merge(
            FacilityId facility, PatientId kept, PatientId gone, String by, String source, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Restores both as they were; what was written since stays with the kept one. */
    public MergeOutcome part(FacilityId facility, MergeId merge, String by, String source, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Who a patient is now that was merged; empty when that never happened. */
    public Optional<PatientId> keptFor(FacilityId facility, PatientId gone) {
        throw new UnsupportedOperationException();
    }
}
