package vn.tiepdon.server.exchange.fhir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.content.ProgrammePart;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.IncomingFact;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.patient.NewPatient;

/** What belongs to a patient and to no visit, as long as its patient may still come behind it. */
final class LooseParts {

    private final Facility facility;
    private final List<Clinic> clinics;
    private final Map<String, NewPatient> people;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** @param people by what references call them */
    LooseParts(Facility facility, List<Clinic> clinics, Map<String, NewPatient> people) {
        this.facility = facility;
        this.clinics = clinics;
        this.people = people;
    }

    private record Waiting(Told told, Reference subject, long position) {}

    void add(Told told, Reference subject, long position) {
        waiting.add(new Waiting(told, subject, position));
    }

    /**
     * Those that have waited long enough.
     *
     * @param setAside gets the type of each that is nothing that is kept
     */
    List<SourceItem<HospitalRecord>> closeBefore(long before, List<String> setAside) {
        List<SourceItem<HospitalRecord>> items = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.peek().position() < before) {
            Waiting next = waiting.remove();
            Resource part = next.told().resource().orElseThrow();
            Optional<String> id = Optional.ofNullable(part.getIdElement().getIdPart());
            try {
                Optional<HospitalRecord> read = read(part, next.subject());
                if (read.isPresent()) {
                    items.add(new SourceItem.Read<>(next.told().line(), id, read.get(), List.of()));
                } else {
                    setAside.add(part.fhirType());
                }
            } catch (RefusedException why) {
                items.add(new SourceItem.Refused<>(next.told().line(), id, why.refusal()));
            }
        }
        return items;
    }

    private Optional<HospitalRecord> read(Resource part, Reference subject) throws RefusedException {
        List<Observed> measured = part instanceof Observation observation ? measured(observation) : List.of();
        List<IncomingFact> facts = fact(part).stream().toList();
        Optional<ProgrammePart> programme = part instanceof CarePlan plan
                ? Optional.of(ProgrammeReader.read(plan, facility, clinics))
                : Optional.empty();
        if (measured.isEmpty() && facts.isEmpty() && programme.isEmpty()) {
            return Optional.empty();
        }
        NewPatient person = people.get(subject.getReference());
        if (person == null) {
            String element = part.fhirType() + (part instanceof AllergyIntolerance ? ".patient" : ".subject");
            throw new RefusedException(Refusal.of(RefusalReason.REFERENCE_DANGLING, element));
        }
        return Optional.of(new HospitalRecord(person, Optional.empty(), measured, facts, programme));
    }

    private Optional<IncomingFact> fact(Resource part) throws RefusedException {
        if (part instanceof AllergyIntolerance allergy) {
            return AllergyReader.read(allergy, facility);
        }
        if (part instanceof Condition illness) {
            return IllnessReader.read(illness, facility);
        }
        return part instanceof MedicationStatement drug ? DrugReader.read(drug, facility) : Optional.empty();
    }

    /** Known by its identifier, or by what its file calls it: told twice it is one. */
    private List<Observed> measured(Observation told) throws RefusedException {
        if (!told.getIdentifierFirstRep().hasValue()) {
            String id = Optional.ofNullable(told.getIdElement().getIdPart())
                    .orElseThrow(() -> new RefusedException(RefusalReason.FIELD_MISSING, "Observation.identifier"));
            told.getIdentifierFirstRep().setValue(id);
        }
        return ObservationReader.read(told, facility);
    }
}
