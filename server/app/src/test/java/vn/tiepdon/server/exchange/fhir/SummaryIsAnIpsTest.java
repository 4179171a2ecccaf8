package vn.tiepdon.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the International Patient Summary (HL7 FHIR IPS 2.0, hl7.fhir.uv.ips) demands beyond FHIR R4: Bundle-uv-ips,
 * Composition-uv-ips and the profiles of what stands in the sections that are sent here. Written after the guide's
 * sources (github.com/HL7/fhir-ips, input/fsh/profiles), because its package is in no registry of Java.
 */
class SummaryIsAnIpsTest {

    private static final String ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    /** Section, and what may stand in it. */
    private static final Map<String, Set<String>> SECTIONS = Map.of(
            "11450-4", Set.of("Condition"),
            "48765-2", Set.of("AllergyIntolerance"),
            "10160-0", Set.of("MedicationStatement", "MedicationRequest"),
            "30954-2", Set.of("Observation"),
            "8716-3", Set.of("Observation"));

    private static final Set<String> REQUIRED = Set.of("11450-4", "48765-2", "10160-0");

    private static Bundle document(String chart) {
        InventedCharts charts = new InventedCharts(20261122);
        return PatientSummary.of(chart.equals("full") ? charts.full() : charts.blank(), "http://h.test/fhir", NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "blank"})
    void theDocumentIsABundleOfTheGuide(String chart) {
        Bundle document = document(chart);
        assertThat(document.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        assertThat(document.getIdentifier().hasSystem()).isTrue();
        assertThat(document.getIdentifier().hasValue()).isTrue();
        assertThat(document.getTimestamp()).isNotNull();
        assertThat(document.getEntry())
                .allMatch(it -> it.hasFullUrl() && !it.hasSearch() && !it.hasRequest() && !it.hasResponse());
        assertThat(document.getEntryFirstRep().getResource()).isInstanceOf(Composition.class);
        for (Class<?> once : List.of(Composition.class, Patient.class)) {
            assertThat(document.getEntry())
                    .filteredOn(it -> once.isInstance(it.getResource()))
                    .hasSize(1);
        }
        Patient patient = all(document, Patient.class).get(0);
        assertThat(patient.getNameFirstRep().hasText()).isTrue();
        assertThat(patient.getBirthDateElement().getValueAsString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "blank"})
    void everySectionHasItsCodeItsWordsAndItsEntries(String chart) {
        Bundle document = document(chart);
        Composition composition = (Composition) document.getEntryFirstRep().getResource();
        assertThat(composition.getType().getCodingFirstRep().getSystem()).isEqualTo(Systems.LOINC);
        assertThat(composition.getType().getCodingFirstRep().getCode()).isEqualTo("60591-5");
        assertThat(composition.getSubject().hasReference()).isTrue();
        assertThat(composition.getTitle()).contains("International Patient Summary");
        assertThat(composition.getSection())
                .extracting(SummaryIsAnIpsTest::code)
                .doesNotHaveDuplicates()
                .containsAll(REQUIRED);
        Map<String, Resource> byKey = document.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .collect(Collectors.toMap(Pages::key, it -> it));
        for (SectionComponent section : composition.getSection()) {
            assertThat(section.getTitle()).isNotBlank();
            assertThat(section.getText().getDivAsString()).contains("<li>");
            assertThat(section.getSection()).isEmpty();
            assertThat(section.getEntry()).isNotEmpty();
            assertThat(section.getEntry())
                    .extracting(it -> byKey.get(it.getReference()).fhirType())
                    .isSubsetOf(SECTIONS.get(code(section)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "blank"})
    void nothingRefersOutOfTheDocument(String chart) {
        Bundle document = document(chart);
        Set<String> there = document.getEntry().stream()
                .map(it -> Pages.key(it.getResource()))
                .collect(Collectors.toSet());
        Set<String> referred = new HashSet<>();
        document.getEntry().forEach(it -> references(it.getResource(), referred));
        assertThat(there).containsAll(referred);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "blank"})
    void whatStandsInTheSectionsHasWhatItsProfileDemands(String chart) {
        Bundle document = document(chart);
        assertThat(all(document, Condition.class))
                .allMatch(it -> it.hasCode()
                        && it.getSubject().hasReference()
                        && it.getCategory().stream()
                                .anyMatch(each ->
                                        each.getCodingFirstRep().getCode().equals("problem-list-item")));
        assertThat(all(document, AllergyIntolerance.class))
                .allMatch(it -> it.hasCode() && it.getPatient().hasReference());
        assertThat(all(document, MedicationStatement.class))
                .allMatch(it -> it.hasMedication() && it.getSubject().hasReference() && it.hasEffective());
        assertThat(all(document, MedicationRequest.class))
                .allMatch(it -> it.hasMedication() && it.getSubject().hasReference());
        assertThat(all(document, Observation.class))
                .allMatch(it -> it.hasEffective()
                        && it.hasPerformer()
                        && it.getSubject().hasReference()
                        && it.getCategory().size() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "blank"})
    void whatIsNotKnownIsSaidInTheGuidesWords(String chart) {
        String json = OfficialValidator.json(document(chart));
        assertThat(json.contains(ABSENT)).isEqualTo(chart.equals("blank"));
    }

    private static String code(SectionComponent section) {
        return section.getCode().getCodingFirstRep().getCode();
    }

    private static <T extends Resource> List<T> all(Bundle document, Class<T> type) {
        return document.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void references(Base element, Set<String> found) {
        if (element instanceof Reference reference && reference.hasReference()) {
            found.add(reference.getReference());
        }
        element.children().forEach(child -> child.getValues().forEach(it -> references(it, found)));
    }
}
