package vn.tiepdon.server.exchange.fhir;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import vn.tiepdon.server.history.EmergencyData;
import vn.tiepdon.server.patient.PatientId;

/** What of a chart a stranger must know. */
final class SummarySections {

    /** Of IPS: what is said when there is nothing to say. */
    static final String ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

    private static final Period RECENT = Period.ofYears(1);

    private SummarySections() {}

    static List<SummarySection> of(Chart chart) {
        List<SummarySection> sections = new ArrayList<>(List.of(allergies(chart), medication(chart), problems(chart)));
        measured(chart, "laboratory", "Kết quả xét nghiệm", "30954-2", "Relevant diagnostic tests/laboratory data")
                .ifPresent(sections::add);
        measured(chart, "vital-signs", "Dấu hiệu sinh tồn", "8716-3", "Vital signs")
                .ifPresent(sections::add);
        return sections;
    }

    private static SummarySection allergies(Chart chart) {
        List<AllergyIntolerance> known = Dated.resources(AllergyMapper.of(chart));
        List<AllergyIntolerance> told = known.isEmpty() ? List.of(noAllergy(chart)) : known;
        return new SummarySection(
                "Dị ứng và không dung nạp",
                "48765-2",
                "Allergies and adverse reactions Document",
                told,
                told.stream().map(it -> it.getCode().getText()).toList());
    }

    private static AllergyIntolerance noAllergy(Chart chart) {
        AllergyIntolerance none = new AllergyIntolerance();
        none.setId(chart.id() + "-none");
        none.setClinicalStatus(Codes.hl7("allergyintolerance-clinical", "active", "Active"));
        none.setCode(
                asked(chart, chart.emergency().value().diagnoses())
                        ? absent("no-known-allergies", "No known allergies", "Không có dị ứng nào được biết")
                        : absent("no-allergy-info", "No information about allergies", "Không có thông tin về dị ứng"));
        none.setPatient(PatientMapper.reference(patient(chart)));
        return none;
    }

    private static SummarySection medication(Chart chart) {
        List<DomainResource> told = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        MedicationMapper.statements(chart)
                .map(Dated::resource)
                .filter(it -> it.getStatus() == MedicationStatementStatus.ACTIVE)
                .forEach(it -> {
                    told.add(it);
                    lines.add(line(
                            it.getMedicationCodeableConcept(),
                            it.getDosageFirstRep().getText()));
                });
        MedicationMapper.requests(chart)
                .map(Dated::resource)
                .filter(it -> it.getStatus() == MedicationRequestStatus.ACTIVE)
                .forEach(it -> {
                    it.setEncounter(null);
                    told.add(it);
                    lines.add(line(it));
                });
        if (told.isEmpty()) {
            MedicationStatement none = noMedication(chart);
            told.add(none);
            lines.add(none.getMedicationCodeableConcept().getText());
        }
        return new SummarySection("Thuốc đang dùng", "10160-0", "History of Medication use Narrative", told, lines);
    }

    private static MedicationStatement noMedication(Chart chart) {
        MedicationStatement none = new MedicationStatement();
        none.setId(chart.id() + "-none");
        none.setStatus(MedicationStatementStatus.UNKNOWN);
        none.setMedication(
                chart.medication().known()
                        ? absent("no-known-medications", "No known medications", "Không dùng thuốc nào được biết")
                        : absent(
                                "no-medication-info",
                                "No information about medications",
                                "Không có thông tin về thuốc"));
        none.setSubject(PatientMapper.reference(patient(chart)));
        none.setEffective(Times.day(chart.today()));
        return none;
    }

    private static SummarySection problems(Chart chart) {
        Instant since = Times.beginning(chart.today().minus(RECENT), chart.facility());
        Map<String, Condition> told = new LinkedHashMap<>();
        Stream.concat(
                        ConditionMapper.chronic(chart),
                        ConditionMapper.diagnosed(chart).filter(it -> !it.at().isBefore(since)))
                .map(it -> problem(it.resource()))
                .forEach(it -> told.putIfAbsent(it.getCode().getCodingFirstRep().getCode(), it));
        if (told.isEmpty()) {
            told.put("", noProblem(chart));
        }
        return new SummarySection(
                "Bệnh",
                "11450-4",
                "Problem list - Reported",
                List.copyOf(told.values()),
                told.values().stream()
                        .map(it -> line(
                                it.getCode(), it.getCode().getCodingFirstRep().getCode()))
                        .toList());
    }

    /** On the list of problems whatever visit it is of; visits do not travel with the summary. */
    private static Condition problem(Condition told) {
        told.getCategory().clear();
        told.addCategory(onTheList()).setEncounter(null);
        return told;
    }

    private static CodeableConcept onTheList() {
        return Codes.hl7("condition-category", "problem-list-item", "Problem List Item");
    }

    private static Condition noProblem(Chart chart) {
        Condition none = new Condition();
        none.setId("p" + chart.id() + "-none");
        none.setClinicalStatus(Codes.hl7("condition-clinical", "active", "Active"));
        none.addCategory(onTheList());
        none.setCode(
                asked(chart, chart.emergency().value().allergies())
                        ? absent("no-known-problems", "No known problems", "Không có bệnh nào được biết")
                        : absent("no-problem-info", "No information about problems", "Không có thông tin về bệnh"));
        none.setSubject(PatientMapper.reference(patient(chart)));
        return none;
    }

    /**
     * Whether somebody asked for allergies and illnesses. Other systems tell of the one without the other, but never of
     * blood groups and contacts.
     *
     * @param others what is known beside that of which nothing is
     */
    private static boolean asked(Chart chart, List<?> others) {
        EmergencyData data = chart.emergency().value();
        return chart.emergency().known()
                && (others.isEmpty()
                        || data.bloodGroup().isPresent()
                        || !data.contacts().isEmpty());
    }

    /** The latest of each kind; empty when nothing was measured. */
    private static Optional<SummarySection> measured(
            Chart chart, String category, String title, String loinc, String display) {
        Map<String, Observation> latest = new LinkedHashMap<>();
        ObservationMapper.of(chart)
                .sorted(Comparator.comparing((Dated<Observation> it) -> it.at()).reversed())
                .map(Dated::resource)
                .filter(it ->
                        it.getCategoryFirstRep().getCodingFirstRep().getCode().equals(category))
                .forEach(it ->
                        latest.putIfAbsent(it.getCode().getCodingFirstRep().getCode(), measured(chart, it)));
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SummarySection(
                title,
                loinc,
                display,
                List.copyOf(latest.values()),
                latest.values().stream().map(SummarySections::line).toList()));
    }

    /** The hospital answers for what it sends, whoever has measured it. */
    private static Observation measured(Chart chart, Observation told) {
        return told.addPerformer(Places.hospital(chart.facility())).setEncounter(null);
    }

    private static String line(Observation measured) {
        if (measured.hasComponent()) {
            List<String> parts = measured.getComponent().stream()
                    .filter(it -> it.hasValueQuantity())
                    .map(it -> it.getCode().getText() + " "
                            + it.getValueQuantity().getValue().toPlainString() + " "
                            + it.getValueQuantity().getUnit())
                    .toList();
            return String.join(", ", parts);
        }
        return measured.getCode().getText() + ": "
                + measured.getValueQuantity().getValue().toPlainString() + " "
                + measured.getValueQuantity().getUnit();
    }

    private static String line(MedicationRequest drug) {
        return line(
                drug.getMedicationCodeableConcept(),
                drug.getDosageInstructionFirstRep().getText());
    }

    private static String line(CodeableConcept what, String more) {
        return what.getText() + " (" + more + ")";
    }

    private static CodeableConcept absent(String code, String en, String vi) {
        return Codes.of(ABSENT, code, en).setText(vi);
    }

    private static PatientId patient(Chart chart) {
        return chart.patient().patient().id();
    }
}
