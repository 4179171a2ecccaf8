package vn.tiepdon.server.coverage.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.tiepdon.server.coverage.card.InsuranceNumber;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.gateway.Result;
import vn.tiepdon.server.coverage.gateway.ResultClass;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * A question of one patient and day.
 *
 * @param number asked for
 * @param outcome the class of the result, or of why there is none yet
 * @param told what the patient was told at the kiosk
 * @param toldCode the code of the result that they were told; of one that is no answer: why there was none yet. Empty for
 *     those of older versions
 * @param card as the gateway tells of it
 * @param newCardUsed the patient's word, when a new card was issued and they have said
 * @param tries so often asked
 */
public record CoverageCheck(
        FacilityId facility,
        UUID id,
        PatientId patient,
        LocalDate day,
        InsuranceNumber number,
        String askedBy,
        Instant askedAt,
        CheckState state,
        Result result,
        ResultClass outcome,
        ResultClass told,
        Optional<String> toldCode,
        Optional<InsuredCard> card,
        Optional<Instant> answeredAt,
        Optional<Boolean> newCardUsed,
        int tries) {

    @Override
    public String toString() {
        return "CoverageCheck[" + id + "]";
    }
}
