package vn.tiepdon.server.patient;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.PatientRows.Entry;
import vn.tiepdon.server.patient.PatientRows.Number;

/** The way in for people and for what changes about them; each change is on record. */
@Service
public class PatientRegister {

    private static final int ROUND = 500;
    private static final int ATTEMPTS = 4;

    private final People people;
    private final PatientRows rows;
    private final Entrance entrance;
    private final Amendments amendments;
    private final DuplicateRows duplicates;
    private final HospitalClock clock;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate nested;

    PatientRegister(
            People people,
            PatientRows rows,
            Entrance entrance,
            Amendments amendments,
            DuplicateRows duplicates,
            HospitalClock clock,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.rows = rows;
        this.entrance = entrance;
        this.amendments = amendments;
        this.duplicates = duplicates;
        this.clock = clock;
        this.publisher = publisher;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Enters somebody, even when somebody else is much like them: then the desk is asked. A hospital code is given when
     * none came along.
     *
     * @param by login or device id
     * @throws IdentifierTakenException when a number names another patient
     */
    @Transactional(noRollbackFor = IdentifierTakenException.class)
    public PatientId register(FacilityId facility, NewPatient person, String by) {
        return again(() -> {
            requireFree(facility, person.identifiers(), null);
            PatientId id = new PatientId(entrance.numbers(facility, 1));
            entrance.enter(facility, List.of(new Entry(id, person)), by);
            amendments.noteAlike(facility, id);
            return id;
        });
    }

    /**
     * Finds or registers, in the caller's transaction and a handful of queries for each 500. Somebody is found by a
     * number, in force or ended, when name and birth date do not speak against it; what is new about their numbers is
     * written down then. Without a number that anybody has, somebody is registered unless another is much like them; who
     * brings a hospital code of their own is registered even then, and the desk is asked whether the two are one.
     *
     * @param by login or device id
     * @return one for each person, in their order
     */
    @Transactional
    public List<Resolution> resolve(FacilityId facility, List<NewPatient> persons, String by) {
        List<Resolution> resolutions = new ArrayList<>();
        for (int from = 0; from < persons.size(); from += ROUND) {
            List<NewPatient> some = persons.subList(from, Math.min(persons.size(), from + ROUND));
            Round round = again(() -> round(facility, some, by));
            tell(facility, round.amended());
            resolutions.addAll(round.resolutions());
        }
        return resolutions;
    }

    /**
     * @param by login or device id
     * @throws PatientNotFoundException when there is no such patient, or not any more
     * @throws IdentifierTakenException when a number names another patient
     */
    @Transactional(noRollbackFor = {IdentifierTakenException.class, PatientNotFoundException.class})
    public void amend(FacilityId facility, PatientId patient, PatientChange change, String by) {
        amend(facility, patient, change, OptionalInt.empty(), by);
    }

    /**
     * The same, as long as nobody else was faster.
     *
     * @param version of the patient as whoever changes it has seen it
     * @throws org.springframework.dao.OptimisticLockingFailureException when it has another version by now
     */
    @Transactional(noRollbackFor = {IdentifierTakenException.class, PatientNotFoundException.class})
    public void amend(FacilityId facility, PatientId patient, PatientChange change, int version, String by) {
        amend(facility, patient, change, OptionalInt.of(version), by);
    }

    private void amend(FacilityId facility, PatientId patient, PatientChange change, OptionalInt version, String by) {
        again(() -> {
            requireFree(facility, change.identifiers(), patient);
            amendments.write(facility, patient, change, version, by);
            entrance.record(facility, List.of(patient), "patient.amend", by);
            amendments.noteAlike(facility, patient);
            return patient;
        });
        tell(facility, List.of(patient));
    }

    /** Once it is certain: what clashed and was tried again happened once. */
    private void tell(FacilityId facility, List<PatientId> amended) {
        if (!amended.isEmpty()) {
            publisher.publishEvent(new PatientsAmended(facility, amended));
        }
    }

    /** Whoever clashes with another who enters the same number looks again, and finds what the other has entered. */
    private <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return nested.execute(status -> work.get());
            } catch (DuplicateKeyException clash) {
                if (attempt == ATTEMPTS) {
                    throw clash;
                }
            }
        }
    }

    private void requireFree(FacilityId facility, Map<IdentifierKind, String> numbers, PatientId own) {
        Map<IdentifierKind, Set<String>> wanted = new EnumMap<>(IdentifierKind.class);
        numbers.forEach((kind, value) -> wanted.put(kind, Set.of(value)));
        people.holders(facility, wanted).stream()
                .filter(holder -> holder.naming() && !holder.patient().equals(own))
                .findFirst()
                .ifPresent(holder -> {
                    throw new IdentifierTakenException(holder.kind());
                });
    }

    private Round round(FacilityId facility, List<NewPatient> persons, String by) {
        List<People.Holder> holders = people.holders(facility, numbers(persons));
        Set<String> held = holders.stream()
                .map(holder -> Round.key(holder.kind(), holder.value()))
                .collect(Collectors.toSet());
        List<NewPatient> strangers =
                persons.stream().filter(person -> noneOf(person, held)).toList();
        Round round = new Round(strangers.isEmpty() ? 0 : entrance.numbers(facility, strangers.size()));
        holders.forEach(round::holds);
        Set<PatientId> ids = holders.stream().map(People.Holder::patient).collect(Collectors.toSet());
        people.byId(facility, ids).values().forEach(round::knows);
        alike(facility, strangers).values().forEach(round::knows);
        persons.forEach(round::decide);
        write(facility, round, by);
        return round;
    }

    /** Who may be one of those that bring no number that anybody has. */
    private Map<PatientId, Known> alike(FacilityId facility, List<NewPatient> strangers) {
        Set<String> keys = strangers.stream()
                .map(one -> PatientKeys.of(one.fullName(), one.birthDate()).matchKey())
                .collect(Collectors.toSet());
        Map<PatientId, Known> alike = people.byMatchKey(facility, keys);
        Set<String> days = strangers.stream()
                .filter(one -> !one.identifiers().containsKey(IdentifierKind.HOSPITAL))
                .map(one -> one.birthDate().iso())
                .filter(PatientRegister::wholeDay)
                .collect(Collectors.toSet());
        alike.putAll(people.byBirthDate(facility, days));
        return alike;
    }

    /** On 1 January clerks enter everybody of whom they know the year only. */
    static boolean wholeDay(String iso) {
        return iso.length() == 10 && !iso.endsWith("-01-01");
    }

    private void write(FacilityId facility, Round round, String by) {
        entrance.enter(facility, round.entries(), by);
        rows.endNumbers(facility, round.replacing(), entrance.today(facility));
        rows.insertNumbers(facility, round.learned(), entrance.today(facility));
        rows.completeContacts(facility, round.completed(), clock.now());
        entrance.record(
                facility,
                round.learned().stream().map(Number::patient).distinct().toList(),
                "patient.identifier",
                by);
        duplicates.note(facility, round.alike());
    }

    private static boolean noneOf(NewPatient person, Set<String> held) {
        return person.identifiers().entrySet().stream()
                .noneMatch(number -> held.contains(Round.key(number.getKey(), number.getValue())));
    }

    private static Map<IdentifierKind, Set<String>> numbers(List<NewPatient> persons) {
        Map<IdentifierKind, Set<String>> numbers = new EnumMap<>(IdentifierKind.class);
        for (NewPatient person : persons) {
            person.identifiers().forEach((kind, value) -> numbers.computeIfAbsent(kind, each -> new HashSet<>())
                    .add(value));
        }
        return numbers;
    }
}
