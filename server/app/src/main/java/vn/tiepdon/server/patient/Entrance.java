package vn.tiepdon.server.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientRows.Entry;

/** Lets new people in: with a hospital code, on record. */
@Component
class Entrance {

    private static final String SOURCE = "register";
    private static final int ATTEMPTS = 100;

    private final PatientNumbers numbers;
    private final PatientRows rows;
    private final People people;
    private final AuditTrail audit;
    private final Facilities facilities;
    private final HospitalClock clock;

    Entrance(
            PatientNumbers numbers,
            PatientRows rows,
            People people,
            AuditTrail audit,
            Facilities facilities,
            HospitalClock clock) {
        this.numbers = numbers;
        this.rows = rows;
        this.people = people;
        this.audit = audit;
        this.facilities = facilities;
        this.clock = clock;
    }

    long numbers(FacilityId facility, int many) {
        return numbers.take(facility, many);
    }

    LocalDate today(FacilityId facility) {
        return clock.today(facilities.get(facility)).date();
    }

    void enter(FacilityId facility, List<Entry> entries, String by) {
        if (entries.isEmpty()) {
            return;
        }
        rows.insert(facility, withCodes(facility, entries), today(facility), clock.now());
        record(facility, entries.stream().map(Entry::id).toList(), "patient.register", by);
    }

    void record(FacilityId facility, List<PatientId> patients, String action, String by) {
        audit.append(patients.stream()
                .map(id -> new AuditEntry(facility, by, SOURCE, action, "patient " + id.value(), "ok"))
                .toList());
    }

    private List<Entry> withCodes(FacilityId facility, List<Entry> entries) {
        Map<PatientId, String> codes = new HashMap<>();
        entries.stream()
                .filter(entry -> !entry.person().identifiers().containsKey(IdentifierKind.HOSPITAL))
                .forEach(entry -> codes.put(entry.id(), code(entry.id().value())));
        Set<String> brought = entries.stream()
                .map(entry -> entry.person().identifiers().get(IdentifierKind.HOSPITAL))
                .filter(code -> code != null)
                .collect(Collectors.toCollection(HashSet::new));
        avoidTaken(facility, codes, brought);
        List<Entry> complete = new ArrayList<>();
        for (Entry entry : entries) {
            String code = codes.get(entry.id());
            complete.add(code == null ? entry : new Entry(entry.id(), withCode(entry.person(), code)));
        }
        return complete;
    }

    /** Another system may have given a code of just this form. */
    private void avoidTaken(FacilityId facility, Map<PatientId, String> codes, Set<String> brought) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Set<String> taken =
                    people.holders(facility, Map.of(IdentifierKind.HOSPITAL, new HashSet<>(codes.values()))).stream()
                            .map(People.Holder::value)
                            .collect(Collectors.toCollection(HashSet::new));
            taken.addAll(brought);
            List<PatientId> again = codes.keySet().stream()
                    .filter(id -> taken.contains(codes.get(id)))
                    .toList();
            if (again.isEmpty()) {
                return;
            }
            long next = numbers.take(facility, again.size());
            for (PatientId id : again) {
                codes.put(id, code(next++));
            }
        }
        throw new IllegalStateException("the next hospital codes are all taken");
    }

    private static String code(long number) {
        return "BN%06d".formatted(number);
    }

    private static NewPatient withCode(NewPatient person, String code) {
        Map<IdentifierKind, String> identifiers = new HashMap<>(person.identifiers());
        identifiers.put(IdentifierKind.HOSPITAL, code);
        return new NewPatient(
                person.fullName(), person.birthDate(), person.sex(), identifiers, person.telephone(), person.address());
    }
}
