package vn.tiepdon.server.exchange.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;

/** Something measured as FHIR tells of it: one value, or the parts of a panel such as blood pressure. */
final class ObservationReader {

    private static final Set<ObservationStatus> TRUE =
            EnumSet.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

    private ObservationReader() {}

    /**
     * @return empty when it is nothing that is kept here
     * @throws RefusedException naming the element that is to blame
     */
    static List<Observed> read(Observation told, Facility facility) throws RefusedException {
        if (!TRUE.contains(told.getStatus())) {
            throw new RefusedException(RefusalReason.CODE_UNKNOWN, "Observation.status");
        }
        Optional<ObservationKind> kind = kind(told.getCode());
        List<Observed> read = new ArrayList<>();
        if (kind.isPresent() && told.hasValueQuantity()) {
            read.add(observed(kind.get(), told.getValueQuantity(), told, facility, false));
        }
        for (ObservationComponentComponent part : told.getComponent()) {
            Optional<ObservationKind> partKind = kind(part.getCode());
            if (partKind.isPresent() && part.hasValueQuantity()) {
                read.add(observed(partKind.get(), part.getValueQuantity(), told, facility, true));
            }
        }
        return read;
    }

    private static Observed observed(
            ObservationKind kind, Quantity quantity, Observation told, Facility facility, boolean part)
            throws RefusedException {
        Optional<String> source = Optional.ofNullable(
                        told.getIdentifierFirstRep().getValue())
                .map(it -> part ? ObservationSource.part(it, kind) : it);
        if (source.filter(it -> it.length() > Observed.LONGEST_SOURCE).isPresent()) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "Observation.identifier");
        }
        return new Observed(kind, value(kind, quantity), at(told, facility), source);
    }

    private static BigDecimal value(ObservationKind kind, Quantity quantity) throws RefusedException {
        String unit = quantity.hasCode() ? quantity.getCode() : quantity.hasUnit() ? quantity.getUnit() : kind.unit();
        return Optional.ofNullable(quantity.getValue())
                .flatMap(it -> kind.fromUnit(it, unit))
                .filter(kind::plausible)
                .orElseThrow(() -> new RefusedException(RefusalReason.NUMBER_INVALID, "Observation.value"));
    }

    private static Instant at(Observation told, Facility facility) throws RefusedException {
        Optional<Instant> at = told.hasEffectivePeriod()
                ? Times.read(told.getEffectivePeriod().getStartElement(), facility)
                : told.hasEffectiveDateTimeType()
                        ? Times.read(told.getEffectiveDateTimeType(), facility)
                        : told.hasEffectiveInstantType()
                                ? Optional.of(told.getEffectiveInstantType()
                                        .getValue()
                                        .toInstant())
                                : Optional.empty();
        return at.orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "Observation.effective"));
    }

    private static Optional<ObservationKind> kind(CodeableConcept code) {
        return code.getCoding().stream()
                .filter(it -> Systems.LOINC.equals(it.getSystem()))
                .map(Coding::getCode)
                .filter(it -> it != null)
                .flatMap(it -> ObservationKind.ofLoinc(it).stream())
                .findFirst();
    }
}
