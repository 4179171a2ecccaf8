package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.ChronicDiagnosis;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.IncomingFact;

/** An illness that stays, as FHIR tells of it. */
final class IllnessReader {

    private IllnessReader() {}

    /** Whether it stands on the patient's list of problems and belongs to no visit. */
    static boolean stays(Condition told) {
        return !told.getEncounter().hasReference()
                && told.getCategory().stream().anyMatch(it -> Codes.says(it, ConditionMapper.PROBLEM));
    }

    /**
     * @return empty when the patient does not have it any more, never had it, or it only says that nothing is known
     * @throws RefusedException naming the element that is to blame
     */
    static Optional<IncomingFact> read(Condition told, Facility facility) throws RefusedException {
        boolean holds = !told.getClinicalStatus().hasCoding()
                || Codes.says(told.getClinicalStatus(), "active", "recurrence", "relapse");
        if (!holds || ConditionReader.untrue(told) || Codes.absent(told.getCode())) {
            return Optional.empty();
        }
        Diagnosis diagnosis = ConditionReader.read(told);
        Optional<LocalDate> since =
                told.getOnset() instanceof DateTimeType at ? Times.day(at, facility) : Optional.empty();
        try {
            return Optional.of(new IncomingFact.OfIllness(
                    new ChronicDiagnosis(diagnosis.code(), diagnosis.name().vi(), since),
                    Times.day(told.getRecordedDateElement(), facility)));
        } catch (IllegalArgumentException notStorable) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "Condition.code");
        }
    }
}
