package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Reference;
import vn.tiepdon.server.history.ChronicDiagnosis;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Programme;
import vn.tiepdon.server.history.Visit;

/** Illnesses that stay ({@code p12-E11.9}) and what visits were about ({@code v34-0}, the main diagnosis). */
final class ConditionMapper {

    /** Category of illnesses that stay. */
    static final String PROBLEM = "problem-list-item";

    private static final String ROLE = "diagnosis-role";

    private ConditionMapper() {}

    static Stream<Dated<Condition>> of(Chart chart) {
        return Stream.concat(chronic(chart), diagnosed(chart));
    }

    static Stream<Dated<Condition>> diagnosed(Chart chart) {
        return chart.visits().stream().flatMap(it -> ofVisit(chart, it));
    }

    static Stream<Dated<Condition>> chronic(Chart chart) {
        return chart.emergency().value().diagnoses().stream().map(it -> new Dated<>(chronic(chart, it), asked(chart)));
    }

    private static Instant asked(Chart chart) {
        return Optional.ofNullable(chart.emergency().asOf())
                .map(it -> Times.beginning(it, chart.facility()))
                .orElse(chart.patient().changedAt());
    }

    /** Illnesses that stay, of the kind that a programme is about. */
    static Stream<Reference> chronic(Chart chart, Programme programme) {
        return chart.emergency().value().diagnoses().stream()
                .filter(it -> it.code().category().equals(programme.diagnosis().category()))
                .map(it -> new Reference("Condition/" + id(chart, it)));
    }

    static Reference reference(Visit visit, int item) {
        return new Reference("Condition/" + id(visit, item));
    }

    static CodeableConcept chief() {
        return Codes.hl7(ROLE, "DD", "Discharge diagnosis");
    }

    static CodeableConcept comorbid() {
        return Codes.hl7(ROLE, "CM", "Comorbidity diagnosis");
    }

    private static String id(Visit visit, int item) {
        return "v" + visit.id() + "-" + item;
    }

    private static String id(Chart chart, ChronicDiagnosis illness) {
        return "p" + chart.id() + "-" + illness.code().code();
    }

    private static Condition chronic(Chart chart, ChronicDiagnosis illness) {
        Condition condition = new Condition();
        condition.setId(id(chart, illness));
        Codes.restrict(condition, illness.sensitive());
        condition.setClinicalStatus(Codes.hl7("condition-clinical", "active", "Active"));
        condition.setVerificationStatus(confirmed());
        condition.addCategory(Codes.hl7("condition-category", PROBLEM, "Problem List Item"));
        condition.setCode(Codes.of(Systems.ICD10, illness.code().code(), null).setText(illness.name()));
        condition.setSubject(PatientMapper.reference(chart.patient().patient().id()));
        illness.since().ifPresent(it -> condition.setOnset(Times.day(it)));
        if (chart.emergency().asOf() != null) {
            condition.setRecordedDateElement(Times.day(chart.emergency().asOf()));
        }
        return condition;
    }

    private static Stream<Dated<Condition>> ofVisit(Chart chart, Visit visit) {
        List<Diagnosis> all = EncounterMapper.diagnoses(visit.details());
        return IntStream.range(0, all.size())
                .mapToObj(item -> new Dated<>(
                        diagnosed(visit, item, all.get(item)), EncounterMapper.beginning(chart.facility(), visit)));
    }

    private static Condition diagnosed(Visit visit, int item, Diagnosis diagnosis) {
        Condition condition = new Condition();
        condition.setId(id(visit, item));
        Codes.restrict(condition, diagnosis.sensitive());
        condition.setVerificationStatus(confirmed());
        condition.addCategory(Codes.hl7("condition-category", "encounter-diagnosis", "Encounter Diagnosis"));
        condition.setCode(Codes.illness(
                diagnosis.code(), diagnosis.name().vi(), diagnosis.name().en()));
        condition.setSubject(PatientMapper.reference(visit.patient()));
        condition.setEncounter(EncounterMapper.reference(visit));
        condition.setRecordedDateElement(Times.day(visit.day()));
        return condition;
    }

    private static CodeableConcept confirmed() {
        return Codes.hl7("condition-ver-status", "confirmed", "Confirmed");
    }
}
