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
        CodeableConcept drug = drug(told);
        Dosage dosage = told.getDosageInstructionFirstRep();
        MedicationRequestDispenseRequestComponent dispense = told.getDispenseRequest();
        LocalDate from = Times.read(dispense.getValidityPeriod().getStartElement(), facility)
                .or(() -> Times.read(told.getAuthoredOnElement(), facility))
                .map(it -> it.atZone(facility.zone()).toLocalDate())
                .orElse(day);
        try {
            return new Prescribed(
                    drug.getCoding().stream()
                            .map(Coding::getCode)
                            .filter(it -> it != null)
                            .findFirst(),
                    Optional.ofNullable(
                                    drug.hasText()
                                            ? drug.getText()
                                            : drug.getCodingFirstRep().getDisplay())
                            .orElseThrow(() -> missing("MedicationRequest.medication")),
                    Optional.ofNullable(
                            dosage.getRoute().hasText()
                                    ? dosage.getRoute().getText()
                                    : dosage.getRoute().getCodingFirstRep().getDisplay()),
                    Optional.ofNullable(dosage.hasText() ? dosage.getText() : dosage.getPatientInstruction())
                            .orElseThrow(() -> missing("MedicationRequest.dosageInstruction")),
                    Optional.ofNullable(dispense.getQuantity().getValue()),
                    Optional.ofNullable(dispense.getQuantity().getUnit()),
                    from,
                    days(dispense.getExpectedSupplyDuration()));
        } catch (IllegalArgumentException tooLong) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "MedicationRequest");
        }
    }

    private static CodeableConcept drug(MedicationRequest told) {
        boolean contained =
                told.hasMedicationReference() && told.getMedicationReference().getResource() instanceof Medication;
        if (contained) {
            return ((Medication) told.getMedicationReference().getResource()).getCode();
        }
        return told.hasMedicationCodeableConcept()
                ? told.getMedicationCodeableConcept()
                : new CodeableConcept()
                        .setText(
                                told.hasMedicationReference()
                                        ? told.getMedicationReference().getDisplay()
                                        : null);
    }

    private static Optional<Integer> days(Duration told) throws RefusedException {
        if (!told.hasValue()) {
            return Optional.empty();
        }
        Integer each = DAYS.get(told.hasCode() ? told.getCode() : "d");
        double days = each == null ? 0 : told.getValue().doubleValue() * each;
        if (days < 1 || days > Prescribed.MOST_DAYS || days != Math.rint(days)) {
            throw new RefusedException(RefusalReason.NUMBER_INVALID, "MedicationRequest.expectedSupplyDuration");
        }
        return Optional.of((int) days);
    }

    private static RefusedException missing(String element) {
        return new RefusedException(RefusalReason.FIELD_MISSING, element);
    }
}
