package vn.tiepdon.server.exchange.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.WriteResult;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.history.ClinicalIntake;
import vn.tiepdon.server.history.FactIntake;
import vn.tiepdon.server.history.IncomingFact;
import vn.tiepdon.server.history.IncomingObservation;
import vn.tiepdon.server.history.IncomingVisit;
import vn.tiepdon.server.history.IntakeResult;
import vn.tiepdon.server.history.ProgrammeIntake;
import vn.tiepdon.server.history.ProgrammeMembership;
import vn.tiepdon.server.patient.IdentifierTakenException;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.patient.Resolution;

/** Writes patients and their visits down, in the caller's transaction. */
@Component
public class RecordWriter {

    private final PatientRegister register;
    private final ClinicalIntake intake;
    private final FactIntake facts;
    private final ProgrammeIntake programmes;
    private final Facilities facilities;

    RecordWriter(
            PatientRegister register,
            ClinicalIntake intake,
            FactIntake facts,
            ProgrammeIntake programmes,
            Facilities facilities) {
        this.register = register;
        this.intake = intake;
        this.facts = facts;
        this.programmes = programmes;
        this.facilities = facilities;
    }

    /** Who somebody is; without a patient when it cannot be said. */
    private record Person(Optional<PatientId> patient, boolean fresh, boolean perhapsKnown) {}

    /** @return one for each record, in their order */
    public List<WriteResult> write(ImportOrder order, List<HospitalRecord> records) {
        Map<NewPatient, Person> people = resolve(order, records);
        List<IncomingVisit> visits = new ArrayList<>();
        List<IncomingObservation> measured = new ArrayList<>();
        for (HospitalRecord record : records) {
            people.get(record.patient()).patient().ifPresent(patient -> {
                record.visit().ifPresent(it -> visits.add(incoming(order, patient, it)));
                record.measured().forEach(it -> measured.add(new IncomingObservation(patient, Optional.empty(), it)));
            });
        }
        Iterator<IntakeResult> ofVisits = intake.write(order.facility(), visits).iterator();
        Iterator<IntakeResult> ofMeasured =
                intake.writeObservations(order.facility(), measured).iterator();
        List<WriteResult> results = new ArrayList<>();
        LinkedHashSet<NewPatient> counted = new LinkedHashSet<>();
        for (HospitalRecord record : records) {
            Person person = people.get(record.patient());
            if (person.patient().isEmpty()) {
                results.add(WriteResult.Refused.of(RefusalReason.PATIENT_CONFLICT));
                continue;
            }
            boolean first = counted.add(record.patient());
            List<IntakeResult> parts = new ArrayList<>();
            record.visit().ifPresent(it -> parts.add(ofVisits.next()));
            record.measured().forEach(it -> parts.add(ofMeasured.next()));
            PatientId patient = person.patient().get();
            if (!added(order, patient, record, parts)) {
                results.add(WriteResult.Refused.of(RefusalReason.TOO_LARGE));
                continue;
            }
            record.programme()
                    .ifPresent(it -> parts.add(programmes.add(order.facility(), patient, membership(order, it))));
            if (parts.isEmpty()) {
                parts.add(person.fresh() && first ? IntakeResult.NEW : IntakeResult.SAME);
            }
            results.add(
                    new WriteResult.Written(together(parts), first && person.fresh(), first && person.perhapsKnown()));
        }
        return results;
    }

    /** @return false when a fact finds no room */
    private boolean added(ImportOrder order, PatientId patient, HospitalRecord record, List<IntakeResult> parts) {
        for (IncomingFact fact : record.facts()) {
            Optional<IntakeResult> result = facts.add(order.facility(), patient, fact);
            if (result.isEmpty()) {
                return false;
            }
            parts.add(result.get());
        }
        return true;
    }

    private static IntakeResult together(List<IntakeResult> parts) {
        if (parts.contains(IntakeResult.NEW)) {
            return IntakeResult.NEW;
        }
        return parts.contains(IntakeResult.CHANGED) ? IntakeResult.CHANGED : IntakeResult.SAME;
    }

    private Map<NewPatient, Person> resolve(ImportOrder order, List<HospitalRecord> records) {
        List<NewPatient> different =
                records.stream()
                        .map(HospitalRecord::patient)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                        .stream()
                        .toList();
        List<Resolution> resolutions = register.resolve(order.facility(), different, order.by());
        Map<NewPatient, Person> people = new HashMap<>();
        for (int i = 0; i < different.size(); i++) {
            people.put(different.get(i), person(order, different.get(i), resolutions.get(i)));
        }
        return people;
    }

    private Person person(ImportOrder order, NewPatient told, Resolution resolution) {
        if (resolution instanceof Resolution.Doubtful) {
            try {
                // Two patients too many can be merged; two people in one record cannot be told apart again.
                return new Person(Optional.of(register.register(order.facility(), told, order.by())), true, true);
            } catch (IdentifierTakenException somebodyElses) {
                return new Person(Optional.empty(), false, false);
            }
        }
        return new Person(resolution.patient(), resolution instanceof Resolution.Registered, false);
    }

    private IncomingVisit incoming(ImportOrder order, PatientId patient, VisitPart visit) {
        ClinicId clinic = clinic(order, visit.department());
        return new IncomingVisit(patient, clinic, visit.day(), visit.sourceId(), visit.details());
    }

    private ProgrammeMembership membership(ImportOrder order, ProgrammePart told) {
        ClinicId clinic = clinic(order, told.department());
        return new ProgrammeMembership(told.programme(), clinic, told.since(), told.due(), told.drugDays());
    }

    private ClinicId clinic(ImportOrder order, Optional<String> department) {
        return department
                .flatMap(code -> facilities.clinic(order.facility(), code))
                .map(Clinic::id)
                .orElse(order.clinic());
    }
}
