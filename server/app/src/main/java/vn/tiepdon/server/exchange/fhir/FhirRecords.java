package vn.tiepdon.server.exchange.fhir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.patient.NewPatient;

/**
 * From resources that refer to each other to visits with all that belongs to them. A visit stays open for a thousand
 * resources: what belongs to it may stand before or behind it, and no further away than that; patients are remembered
 * for longer. So files of any length are read in bounded memory, and what refers to nothing near is refused.
 */
final class FhirRecords implements RecordSource<HospitalRecord> {

    static final int NEAR = 1_000;
    static final int PEOPLE = 20_000;

    private final ToldSource source;
    private final Facility facility;
    private final List<Clinic> clinics;
    private final Map<String, NewPatient> people = new Remembered<>(PEOPLE);
    private final Map<String, Condition> loose = new Remembered<>(NEAR);
    private final LooseParts parts;
    /** Told behind the visits, each of which may put off the day on which the patient is expected. */
    private final LooseParts programmes;

    private final Map<String, OpenVisit> byKey = new HashMap<>();
    private final Map<OpenVisit, List<String>> open = new LinkedHashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<SourceItem<HospitalRecord>> ready = new ArrayDeque<>();
    private final List<String> setAside = new ArrayList<>();
    private long position;
    private boolean ended;
    private FileBrokenException broken;

    FhirRecords(ToldSource source, Facility facility, List<Clinic> clinics) {
        this.source = source;
        this.facility = facility;
        this.parts = new LooseParts(facility, clinics, people);
        this.programmes = new LooseParts(facility, clinics, people);
        this.clinics = clinics;
    }

    /** A part that came before its visit. */
    private record Waiting(Told told, String visit, long position) {}

    @Override
    public Optional<SourceItem<HospitalRecord>> next() throws FileBrokenException {
        while (ready.size() < 2 && !ended) {
            advance();
        }
        if (ready.isEmpty() && broken != null) {
            throw broken;
        }
        return Optional.ofNullable(ready.poll())
                .map(it -> ended && it instanceof SourceItem.Read<HospitalRecord> read ? withRest(read) : it);
    }

    /** What is set aside behind the last record is counted with one of the last, which are held back for that. */
    private SourceItem<HospitalRecord> withRest(SourceItem.Read<HospitalRecord> read) {
        List<String> names =
                Stream.concat(read.setAside().stream(), drain().stream()).toList();
        return new SourceItem.Read<>(read.line(), read.sourceId(), read.content(), names);
    }

    @Override
    public void skip() throws FileBrokenException {
        next();
    }

    private void advance() {
        Optional<Told> told;
        try {
            told = source.next();
        } catch (FileBrokenException here) {
            broken = here;
            ended = true;
            ready.addAll(parts.closeBefore(Long.MAX_VALUE, setAside));
            refuseOpen();
            ready.addAll(programmes.closeBefore(Long.MAX_VALUE, setAside));
            return;
        }
        if (told.isEmpty()) {
            ended = true;
            closeBefore(Long.MAX_VALUE);
            return;
        }
        position++;
        take(told.get());
        closeBefore(position - NEAR);
    }

    private void take(Told told) {
        if (told.refusal().isPresent()) {
            ready.add(new SourceItem.Refused<>(
                    told.line(), Optional.empty(), told.refusal().get()));
            return;
        }
        Resource resource = told.resource().orElseThrow();
        if (resource instanceof Patient patient) {
            person(told, patient);
        } else if (resource instanceof Encounter encounter) {
            visit(told, encounter);
        } else if (resource instanceof Condition condition) {
            told.keys().forEach(key -> loose.put(key, condition));
            if (IllnessReader.stays(condition)) {
                parts.add(told, condition.getSubject(), position);
            } else {
                part(told, condition.getEncounter());
            }
        } else if (resource instanceof MedicationRequest request) {
            part(told, request.getEncounter());
        } else if (resource instanceof Observation observation
                && observation.getEncounter().hasReference()) {
            part(told, observation.getEncounter());
        } else if (resource instanceof Observation observation) {
            parts.add(told, observation.getSubject(), position);
        } else if (resource instanceof AllergyIntolerance allergy) {
            parts.add(told, allergy.getPatient(), position);
        } else if (resource instanceof MedicationStatement statement) {
            parts.add(told, statement.getSubject(), position);
        } else if (resource instanceof CarePlan plan && ProgrammeReader.follows(plan)) {
            programmes.add(told, plan.getSubject(), position);
        } else {
            setAside.add(resource.fhirType());
        }
    }

    private void person(Told told, Patient patient) {
        Optional<String> id = Optional.ofNullable(patient.getIdElement().getIdPart());
        try {
            NewPatient person = PatientReader.ofFile(patient, facility);
            told.keys().forEach(key -> people.put(key, person));
            ready.add(new SourceItem.Read<>(told.line(), id, new HospitalRecord(person, Optional.empty()), drain()));
        } catch (RefusedException why) {
            ready.add(new SourceItem.Refused<>(told.line(), id, why.refusal()));
        }
    }

    private void visit(Told told, Encounter encounter) {
        OpenVisit visit = new OpenVisit(encounter, told.line(), position);
        open.put(visit, told.keys());
        told.keys().forEach(key -> byKey.put(key, visit));
        for (Iterator<Waiting> parts = waiting.iterator(); parts.hasNext(); ) {
            Waiting part = parts.next();
            if (told.keys().contains(part.visit())) {
                visit.add(part.told().resource().orElseThrow());
                parts.remove();
            }
        }
    }

    private void part(Told told, Reference encounter) {
        Resource part = told.resource().orElseThrow();
        if (!encounter.hasReference()) {
            // A condition may be named by its visit; a prescription of no visit is not kept by this way.
            if (!(part instanceof Condition)) {
                setAside.add(part.fhirType());
            }
            return;
        }
        OpenVisit visit = byKey.get(encounter.getReference());
        if (visit == null) {
            waiting.add(new Waiting(told, encounter.getReference(), position));
        } else {
            visit.add(part);
        }
    }

    private void closeBefore(long before) {
        ready.addAll(parts.closeBefore(before, setAside));
        Iterator<Map.Entry<OpenVisit, List<String>>> visits = open.entrySet().iterator();
        while (visits.hasNext()) {
            Map.Entry<OpenVisit, List<String>> oldest = visits.next();
            if (oldest.getKey().position() >= before) {
                break;
            }
            visits.remove();
            oldest.getValue().forEach(byKey::remove);
            ready.add(item(oldest.getKey()));
        }
        ready.addAll(programmes.closeBefore(before, setAside));
        while (!waiting.isEmpty() && waiting.peek().position() < before) {
            Told part = waiting.remove().told();
            String element = part.resource().orElseThrow().fhirType() + ".encounter";
            ready.add(new SourceItem.Refused<>(
                    part.line(), id(part), Refusal.of(RefusalReason.REFERENCE_DANGLING, element)));
        }
    }

    /** What is lost with the rest of the file may have belonged to them: no visit is taken in half. */
    private void refuseOpen() {
        open.keySet()
                .forEach(visit -> ready.add(new SourceItem.Refused<>(
                        visit.line(),
                        Optional.ofNullable(visit.encounter().getIdElement().getIdPart()),
                        Refusal.of(RefusalReason.FILE_BROKEN))));
        open.clear();
    }

    private SourceItem<HospitalRecord> item(OpenVisit visit) {
        Encounter encounter = visit.encounter();
        Optional<String> id = Optional.ofNullable(encounter.getIdElement().getIdPart());
        NewPatient person = people.get(encounter.getSubject().getReference());
        if (person == null) {
            return new SourceItem.Refused<>(
                    visit.line(), id, Refusal.of(RefusalReason.REFERENCE_DANGLING, "Encounter.subject"));
        }
        try {
            HospitalRecord record =
                    new HospitalRecord(person, Optional.of(visit.read(facility, clinics, loose, setAside)));
            return new SourceItem.Read<>(visit.line(), record.visit().map(it -> it.sourceId()), record, drain());
        } catch (RefusedException why) {
            return new SourceItem.Refused<>(visit.line(), id, why.refusal());
        }
    }

    private static Optional<String> id(Told told) {
        return told.resource().map(it -> it.getIdElement().getIdPart());
    }

    private List<String> drain() {
        List<String> names = List.copyOf(setAside);
        setAside.clear();
        return names;
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() {
        source.close();
    }

    /** Forgets the eldest. */
    private static final class Remembered<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1;

        private final int most;

        Remembered(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }
}
