package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.content.VisitPart;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Prescribed;

/** A visit of a file, to which more may still belong. */
final class OpenVisit {

    private final Encounter encounter;
    private final long line;
    private final long position;
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final List<MedicationRequest> drugs = new ArrayList<>();
    private final List<Observation> measured = new ArrayList<>();

    /** @param position how many resources were before it */
    OpenVisit(Encounter encounter, long line, long position) {
        this.encounter = encounter;
        this.line = line;
        this.position = position;
    }

    Encounter encounter() {
        return encounter;
    }

    long line() {
        return line;
    }

    long position() {
        return position;
    }

    void add(Resource part) {
        if (part instanceof Condition condition) {
            conditions.put(Pages.key(condition), condition);
        } else if (part instanceof MedicationRequest request) {
            drugs.add(request);
        } else if (part instanceof Observation observation) {
            measured.add(observation);
        }
    }

    /**
     * The visit with all that was told of it.
     *
     * @param loose conditions that name no visit, by what references call them
     * @param setAside gets the type of each part that is not interpreted
     * @throws RefusedException naming the element that is to blame
     */
    VisitPart read(Facility facility, List<Clinic> clinics, Map<String, Condition> loose, List<String> setAside)
            throws RefusedException {
        LocalDate day = EncounterReader.day(encounter, facility);
        List<Prescribed> prescribed = new ArrayList<>();
        for (MedicationRequest drug : drugs) {
            if (MedicationReader.given(drug)) {
                prescribed.add(MedicationReader.read(drug, day, facility));
            } else {
                setAside.add("MedicationRequest");
            }
        }
        List<Observed> values = new ArrayList<>();
        for (Observation one : measured) {
            List<Observed> read = ObservationReader.read(one, facility);
            values.addAll(read);
            if (read.isEmpty()) {
                setAside.add("Observation");
            }
        }
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (Condition condition : conditions(loose)) {
            diagnoses.add(ConditionReader.read(condition));
        }
        return new VisitPart(
                EncounterReader.source(encounter, facility),
                Places.department(EncounterReader.clinics(encounter), clinics),
                day,
                EncounterReader.read(encounter, diagnoses, prescribed, values, facility));
    }

    /** In the order of their rank, and behind them those that only name the visit. */
    private List<Condition> conditions(Map<String, Condition> loose) {
        Map<String, Condition> ordered = new LinkedHashMap<>();
        encounter.getDiagnosis().stream()
                .sorted(Comparator.comparingInt(it -> it.hasRank() ? it.getRank() : Integer.MAX_VALUE))
                .map(Encounter.DiagnosisComponent::getCondition)
                .forEach(it -> condition(it, loose).ifPresent(found -> ordered.put(it.getReference(), found)));
        conditions.values().stream()
                .filter(it -> !ordered.containsValue(it))
                .forEach(it -> ordered.put(Pages.key(it), it));
        return ordered.values().stream()
                .filter(it -> !ConditionReader.untrue(it))
                .toList();
    }

    private Optional<Condition> condition(Reference told, Map<String, Condition> loose) {
        if (told.getResource() instanceof Condition contained) {
            return Optional.of(contained);
        }
        String key = told.getReference();
        return Optional.ofNullable(conditions.get(key)).or(() -> Optional.ofNullable(loose.get(key)));
    }
}
