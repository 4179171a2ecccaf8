package vn.tiepdon.server.coverage.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A visit's record and how far it is.
 *
 * @param faults the fields that keep it from being sent
 * @param version changes with every change
 */
public record KeptRecord(
        FacilityId facility,
        UUID id,
        PatientId patient,
        LocalDate day,
        RecordState state,
        CheckInRecord content,
        List<RecordField> faults,
        Instant madeAt,
        int tries,
        Optional<Instant> sentAt,
        int version) {

    /** The same with another content, judged anew. */
    KeptRecord with(RecordState now, CheckInRecord other, List<RecordField> faulty) {
        return new KeptRecord(facility, id, patient, day, now, other, faulty, madeAt, 0, sentAt, version);
    }

    @Override
    public String toString() {
        return "KeptRecord[" + id + "]";
    }
}
