package vn.tiepdon.server.exchange.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Visit;

/**
 * What was measured. Blood pressure is one observation of two parts
 * (the profile bp of FHIR R4), because neither part says anything without the other.
 */
final class ObservationMapper {

    static final String BLOOD_PRESSURE = "85354-9";

    private ObservationMapper() {}

    static Stream<Dated<Observation>> of(Chart chart) {
        return Stream.concat(onVisits(chart), loose(chart))
                .sorted(Comparator.comparing((Dated<Observation> it) -> it.at())
                        .reversed()
                        .thenComparing(it -> it.resource().getIdElement().getIdPart()));
    }

    static Stream<Dated<Observation>> onVisits(Chart chart) {
        return chart.visits().stream().flatMap(it -> group(chart, it.details().observations(), Optional.of(it)));
    }

    static Stream<Dated<Observation>> loose(Chart chart) {
        return group(chart, chart.loose().toList(), Optional.empty());
    }

    private static Stream<Dated<Observation>> group(Chart chart, List<Observed> measured, Optional<Visit> visit) {
        Map<String, List<Observed>> together = new LinkedHashMap<>();
        measured.forEach(it -> together.computeIfAbsent(
                        ObservationIds.of(chart.patient().patient().id(), it.kind(), it.at()), id -> new ArrayList<>())
                .add(it));
        return together.entrySet().stream()
                .map(it -> new Dated<>(
                        observation(chart, it.getKey(), it.getValue(), visit),
                        it.getValue().get(0).at()));
    }

    private static Observation observation(Chart chart, String id, List<Observed> together, Optional<Visit> visit) {
        Observed first = together.get(0);
        Observation observation = new Observation();
        observation.setId(id);
        chart.changes()
                .result(id)
                .ifPresent(it -> observation.getMeta().setLastUpdatedElement(Times.instant(it, chart.facility())));
        first.sourceId().ifPresent(it -> observation
                .addIdentifier()
                .setSystem(Systems.observation(chart.facility()))
                .setValue(ObservationSource.told(it)));
        observation.setStatus(ObservationStatus.FINAL);
        observation.addCategory(category(first.kind()));
        observation.setSubject(PatientMapper.reference(chart.patient().patient().id()));
        visit.ifPresent(it -> observation.setEncounter(EncounterMapper.reference(it)));
        observation.setEffective(Times.time(first.at(), chart.facility()));
        if (ObservationIds.pressure(first.kind())) {
            observation.setCode(
                    Codes.of(Systems.LOINC, BLOOD_PRESSURE, "Blood pressure panel with all children optional")
                            .setText("Huyết áp"));
            observation.addComponent(component(ObservationKind.SYSTOLIC, together));
            observation.addComponent(component(ObservationKind.DIASTOLIC, together));
        } else {
            observation.setCode(code(first.kind()));
            observation.setValue(quantity(first));
        }
        return observation;
    }

    private static ObservationComponentComponent component(ObservationKind kind, List<Observed> together) {
        ObservationComponentComponent component = new ObservationComponentComponent(code(kind));
        together.stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .ifPresentOrElse(
                        it -> component.setValue(quantity(it)),
                        () -> component.setDataAbsentReason(Codes.hl7("data-absent-reason", "unknown", "Unknown")));
        return component;
    }

    private static CodeableConcept code(ObservationKind kind) {
        CodeableConcept code =
                Codes.of(Systems.LOINC, kind.loinc(), null).setText(kind.title().vi());
        if (kind == ObservationKind.SPO2) {
            // The profile of vital signs wants this one beside the oximeter's.
            code.addCoding().setSystem(Systems.LOINC).setCode("2708-6");
        }
        return code;
    }

    private static Quantity quantity(Observed measured) {
        return new Quantity()
                .setValue(measured.value())
                .setUnit(measured.kind().unit())
                .setSystem(Systems.UCUM)
                .setCode(measured.kind().unit());
    }

    private static CodeableConcept category(ObservationKind kind) {
        return switch (kind) {
            case SYSTOLIC, DIASTOLIC, HEART_RATE, TEMPERATURE, SPO2, WEIGHT, HEIGHT ->
                Codes.hl7("observation-category", "vital-signs", "Vital Signs");
            case FEV1, FVC, FEV1_FVC -> Codes.hl7("observation-category", "procedure", "Procedure");
            default -> Codes.hl7("observation-category", "laboratory", "Laboratory");
        };
    }
}
