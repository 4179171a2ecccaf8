package vn.tiepdon.server.exchange.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.CodeableConcept;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Allergy;
import vn.tiepdon.server.history.IncomingFact;

/** What a patient does not tolerate, as FHIR tells of it. */
final class AllergyReader {

    private AllergyReader() {}

    /**
     * @return empty when it holds no more, was never true, or only says that nothing is known
     * @throws RefusedException naming the element that is to blame
     */
    static Optional<IncomingFact> read(AllergyIntolerance told, Facility facility) throws RefusedException {
        boolean holds = !told.getClinicalStatus().hasCoding() || Codes.says(told.getClinicalStatus(), "active");
        boolean untrue = Codes.says(told.getVerificationStatus(), "refuted", "entered-in-error");
        if (!holds || untrue || Codes.absent(told.getCode())) {
            return Optional.empty();
        }
        Allergy allergy = new Allergy(substance(told.getCode()), severity(told));
        try {
            return Optional.of(new IncomingFact.OfAllergy(allergy, Times.day(told.getRecordedDateElement(), facility)));
        } catch (IllegalArgumentException tooLong) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "AllergyIntolerance.code");
        }
    }

    private static String substance(CodeableConcept code) throws RefusedException {
        return Optional.ofNullable(
                        code.hasText()
                                ? code.getText()
                                : code.getCodingFirstRep().getDisplay())
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "AllergyIntolerance.code"));
    }

    /** The worst reaction that is told of, else how dangerous it is said to be. */
    private static Severity severity(AllergyIntolerance told) {
        Severity worst = told.getReaction().stream()
                .filter(AllergyIntolerance.AllergyIntoleranceReactionComponent::hasSeverity)
                .map(it -> switch (it.getSeverity()) {
                    case SEVERE -> Severity.SEVERE;
                    case MODERATE -> Severity.MODERATE;
                    case MILD -> Severity.MILD;
                    default -> Severity.UNKNOWN;
                })
                .max(Severity::compareTo)
                .orElse(Severity.UNKNOWN);
        if (worst != Severity.UNKNOWN) {
            return worst;
        }
        if (told.getCriticality() == AllergyIntoleranceCriticality.HIGH) {
            return Severity.SEVERE;
        }
        return told.getCriticality() == AllergyIntoleranceCriticality.LOW ? Severity.MILD : Severity.UNKNOWN;
    }
}
