package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestDispenseRequestComponent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Prescribed;

/** A prescription as FHIR tells of it. */
final class MedicationReader {

    private static final Set<MedicationRequestStatus> NOT_GIVEN = EnumSet.of(
            MedicationRequestStatus.CANCELLED, MedicationRequestStatus.ENTEREDINERROR, MedicationRequestStatus.DRAFT);

    /** Days of UCUM's units of time. */
    private static final Map<String, Integer> DAYS = Map.of("d", 1, "wk", 7, "mo", 30);

    private MedicationReader() {}

    static boolean given(MedicationRequest told) {
        return !NOT_GIVEN.contains(told.getStatus());
    }

    /**
     * @param day of the visit, when the drug is not said to begin on another
     * @throws RefusedException naming the element that is to blame
     */
    static Prescribed read(MedicationRequest told, LocalDate day, Facility facility) throws RefusedException {
        CodeableConcept drug = drug(told.getMedication());
        Dosage dosage = told.getDosageInstructionFirstRep();
        MedicationRequestDispenseRequestComponent dispense = told.getDispenseRequest();
        LocalDate from = Times.day(dispense.getValidityPeriod().getStartElement(), facility)
                .or(() -> Times.day(told.getAuthoredOnElement(), facility))
                .orElse(day);
        try {
            return new Prescribed(
                    drug.getCoding().stream()
                            .map(Coding::getCode)
                            .filter(it -> it != null)
                            .findFirst(),
                    name(drug).orElseThrow(() -> missing("MedicationRequest.medication")),
                    Optional.ofNullable(
                            dosage.getRoute().hasText()
                                    ? dosage.getRoute().getText()
                                    : dosage.getRoute().getCodingFirstRep().getDisplay()),
                    Optional.ofNullable(dosage.hasText() ? dosage.getText() : dosage.getPatientInstruction())
                            .orElseThrow(() -> missing("MedicationRequest.dosageInstruction")),
                    Optional.ofNullable(dispense.getQuantity().getValue()),
                    Optional.ofNullable(dispense.getQuantity().getUnit()),
                    from,
                    days(dispense.getExpectedSupplyDuration(), "MedicationRequest.expectedSupplyDuration"));
        } catch (IllegalArgumentException tooLong) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "MedicationRequest");
        }
    }

    /** @param told a concept, or a reference to something that may stand in the same resource */
    static CodeableConcept drug(Type told) {
        if (told instanceof Reference reference) {
            return reference.getResource() instanceof Medication contained
                    ? contained.getCode()
                    : new CodeableConcept().setText(reference.getDisplay());
        }
        return told instanceof CodeableConcept concept ? concept : new CodeableConcept();
    }

    static Optional<String> name(CodeableConcept drug) {
        return Optional.ofNullable(
                drug.hasText() ? drug.getText() : drug.getCodingFirstRep().getDisplay());
    }

    /**
     * @param element to blame
     * @return days of supply, 1 to 90; empty when nothing is told
     */
    static Optional<Integer> days(Duration told, String element) throws RefusedException {
        if (!told.hasValue()) {
            return Optional.empty();
        }
        Integer each = DAYS.get(told.hasCode() ? told.getCode() : "d");
        double days = each == null ? 0 : told.getValue().doubleValue() * each;
        if (days < 1 || days > Prescribed.MOST_DAYS || days != Math.rint(days)) {
            throw new RefusedException(RefusalReason.NUMBER_INVALID, element);
        }
        return Optional.of((int) days);
    }

    private static RefusedException missing(String element) {
        return new RefusedException(RefusalReason.FIELD_MISSING, element);
    }
}
