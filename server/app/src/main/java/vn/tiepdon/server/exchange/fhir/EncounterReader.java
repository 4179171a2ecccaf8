package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.IncomingVisit;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Outcome;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;

/** A visit as FHIR tells of it. */
final class EncounterReader {

    private static final Set<EncounterStatus> HAPPENED =
            EnumSet.of(EncounterStatus.FINISHED, EncounterStatus.INPROGRESS, EncounterStatus.ARRIVED);

    private EncounterReader() {}

    /** @throws RefusedException when the visit did not take place, or nobody says when */
    static LocalDate day(Encounter told, Facility facility) throws RefusedException {
        if (!HAPPENED.contains(told.getStatus())) {
            throw new RefusedException(RefusalReason.CODE_UNKNOWN, "Encounter.status");
        }
        return Times.day(told.getPeriod().getStartElement(), facility)
                .orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "Encounter.period.start"));
    }

    /** What the other system calls the visit: best by the number that both know, else by its own. */
    static String source(Encounter told, Facility facility) throws RefusedException {
        String source = told.getIdentifier().stream()
                .filter(it -> Systems.visit(facility).equals(it.getSystem()))
                .findFirst()
                .or(() -> told.getIdentifier().stream().findFirst())
                .map(Identifier::getValue)
                .or(() -> Optional.ofNullable(told.getIdElement().getIdPart()))
                .orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "Encounter.identifier"));
        if (source.length() > IncomingVisit.LONGEST_SOURCE) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "Encounter.identifier");
        }
        return source;
    }

    /**
     * @param diagnoses the main one first
     * @throws RefusedException naming the element that is to blame
     */
    static VisitDetails read(
            Encounter told,
            List<Diagnosis> diagnoses,
            List<Prescribed> drugs,
            List<Observed> measured,
            Facility facility)
            throws RefusedException {
        if (diagnoses.isEmpty()) {
            throw new RefusedException(RefusalReason.FIELD_MISSING, "Encounter.diagnosis");
        }
        try {
            return new VisitDetails(
                    kind(told),
                    diagnoses.get(0),
                    diagnoses.subList(1, diagnoses.size()),
                    minute(told.getPeriod().getStartElement(), facility),
                    minute(told.getPeriod().getEndElement(), facility),
                    doctor(told),
                    told.getReasonCode().stream().findFirst().flatMap(EncounterReader::words),
                    outcome(told),
                    extension(told, EncounterMapper.ADVICE),
                    extension(told, EncounterMapper.NEXT).flatMap(Times::day),
                    drugs,
                    measured);
        } catch (IllegalArgumentException tooLong) {
            throw new RefusedException(RefusalReason.FIELD_TOO_LONG, "Encounter");
        }
    }

    /** The clinic as the other system names it: by our id or code. */
    static List<String> clinics(Encounter told) {
        return Places.names(told.getLocation().stream().map(Encounter.EncounterLocationComponent::getLocation));
    }

    private static Optional<Instant> minute(DateTimeType at, Facility facility) {
        return Times.withHour(at) ? Times.read(at, facility) : Optional.empty();
    }

    private static VisitKind kind(Encounter told) throws RefusedException {
        Optional<String> code = told.getType().stream()
                .flatMap(it -> code(it, Systems.VISIT_KIND).stream())
                .findFirst();
        return code.isEmpty()
                ? VisitKind.EXAMINATION
                : VisitKind.of(code.get())
                        .orElseThrow(() -> new RefusedException(RefusalReason.CODE_UNKNOWN, "Encounter.type"));
    }

    private static Optional<Outcome> outcome(Encounter told) throws RefusedException {
        Optional<String> code = code(told.getHospitalization().getDischargeDisposition(), Systems.OUTCOME);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(code.filter(it -> it.length() == 1)
                .flatMap(it -> Outcome.of(it.charAt(0) - '0'))
                .orElseThrow(() -> new RefusedException(RefusalReason.CODE_UNKNOWN, "Encounter.hospitalization")));
    }

    private static Optional<String> doctor(Encounter told) {
        return told.getParticipant().stream()
                .map(Encounter.EncounterParticipantComponent::getIndividual)
                .map(EncounterReader::named)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> named(Reference doctor) {
        return Optional.ofNullable(
                doctor.getIdentifier().hasValue() ? doctor.getIdentifier().getValue() : doctor.getDisplay());
    }

    private static Optional<String> words(CodeableConcept concept) {
        return Optional.ofNullable(
                concept.hasText()
                        ? concept.getText()
                        : concept.getCodingFirstRep().getDisplay());
    }

    private static Optional<String> code(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(it -> system.equals(it.getSystem()))
                .map(Coding::getCode)
                .filter(it -> it != null)
                .findFirst();
    }

    private static Optional<String> extension(Encounter told, String url) {
        return Optional.ofNullable(told.getExtensionByUrl(url))
                .map(it -> it.getValue())
                .map(it -> it.primitiveValue());
    }
}
