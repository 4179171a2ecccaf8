package vn.tiepdon.server.exchange.fhir;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceSeverity;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.history.Allergy;

/** What a patient does not tolerate, as it was asked at the desk ({@code 12-} and a digest of the substance). */
final class AllergyMapper {

    private AllergyMapper() {}

    static Stream<Dated<AllergyIntolerance>> of(Chart chart) {
        return chart.emergency().value().allergies().stream()
                .map(it -> new Dated<>(allergy(chart, it), chart.patient().changedAt()));
    }

    private static AllergyIntolerance allergy(Chart chart, Allergy kept) {
        AllergyIntolerance allergy = new AllergyIntolerance();
        allergy.setId(chart.id() + "-" + Versions.digest(kept.substance()));
        allergy.setClinicalStatus(Codes.hl7("allergyintolerance-clinical", "active", "Active"));
        allergy.setVerificationStatus(Codes.hl7("allergyintolerance-verification", "unconfirmed", "Unconfirmed"));
        allergy.setCriticality(
                switch (kept.severity()) {
                    case SEVERE -> AllergyIntoleranceCriticality.HIGH;
                    case MILD, MODERATE -> AllergyIntoleranceCriticality.LOW;
                    case UNKNOWN -> AllergyIntoleranceCriticality.UNABLETOASSESS;
                });
        allergy.setCode(Codes.text(kept.substance()));
        allergy.setPatient(PatientMapper.reference(chart.patient().patient().id()));
        reaction(kept.severity()).ifPresent(allergy::addReaction);
        if (chart.emergency().asOf() != null) {
            allergy.setRecordedDateElement(Times.day(chart.emergency().asOf()));
        }
        return allergy;
    }

    /** How bad it was: nobody keeps how it looked, which FHIR demands beside it. */
    private static Optional<AllergyIntoleranceReactionComponent> reaction(Severity severity) {
        return Optional.ofNullable(
                        switch (severity) {
                            case SEVERE -> AllergyIntoleranceSeverity.SEVERE;
                            case MODERATE -> AllergyIntoleranceSeverity.MODERATE;
                            case MILD -> AllergyIntoleranceSeverity.MILD;
                            case UNKNOWN -> null;
                        })
                .map(it -> new AllergyIntoleranceReactionComponent()
                        .addManifestation(Codes.hl7("data-absent-reason", "unknown", "Unknown"))
                        .setSeverity(it));
    }
}
