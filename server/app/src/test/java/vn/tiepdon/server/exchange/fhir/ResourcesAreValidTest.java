package vn.tiepdon.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.facility.RoomId;

/** What leaves the house is what HL7 calls valid. */
class ResourcesAreValidTest {

    private static final long SEED = 20261122;
    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    private final InventedCharts charts = new InventedCharts(SEED);

    @Test
    void everyKindOfResourcePassesTheOfficialValidator() {
        List<Resource> told = Everything.of(charts.full()).toList();
        assertThat(told)
                .extracting(Resource::fhirType)
                .contains(
                        "Patient",
                        "Coverage",
                        "AllergyIntolerance",
                        "Condition",
                        "MedicationStatement",
                        "Goal",
                        "CarePlan",
                        "Encounter",
                        "MedicationRequest",
                        "Observation",
                        "Appointment");
        // One visit has all kinds of results; of the others what differs between visits.
        told.stream()
                .filter(it -> !(it instanceof Observation)
                        || it.getIdElement().getIdPart().endsWith(lastTime(told)))
                .forEach(OfficialValidator::demandValid);
    }

    @Test
    void thePlacesPassToo() {
        Room room = new Room(new RoomId(7), new ClinicId(3), "12", new Text("Tầng 1", "Floor 1"));
        Clinic clinic = new Clinic(new ClinicId(3), "TIM", new Text("Tim mạch", "Cardiology"), 100, List.of(room));
        OfficialValidator.demandValid(Places.organization(InventedCharts.HOSPITAL));
        OfficialValidator.demandValid(Places.clinic(InventedCharts.HOSPITAL, clinic));
        OfficialValidator.demandValid(Places.room(InventedCharts.HOSPITAL, room));
    }

    @Test
    void aSummaryHoldsWhatIsKnownAndSaysWhatIsNot() {
        Bundle full = PatientSummary.of(charts.full(), "http://hospital.test/fhir", NOW);
        OfficialValidator.demandValid(full);
        assertThat(sections(full)).containsExactly("48765-2", "10160-0", "11450-4", "30954-2", "8716-3");

        Bundle blank = PatientSummary.of(charts.blank(), "http://hospital.test/fhir", NOW);
        OfficialValidator.demandValid(blank);
        assertThat(sections(blank)).containsExactly("48765-2", "10160-0", "11450-4");
        assertThat(OfficialValidator.json(blank)).contains("no-allergy-info", "no-medication-info", "no-problem-info");
    }

    @Test
    void whoIsOnlySaidToBeIllIsNotSaidToHaveNoAllergies() {
        Bundle summary = PatientSummary.of(charts.ill(), "http://hospital.test/fhir", NOW);
        OfficialValidator.demandValid(summary);
        assertThat(OfficialValidator.json(summary))
                .contains("no-allergy-info")
                .doesNotContain("no-known-allergies", "no-problem-info");
    }

    @Test
    void bloodPressureIsOneObservationOfTwoParts() {
        List<Observation> pressure = ObservationMapper.of(charts.full())
                .map(Dated::resource)
                .filter(it -> is(it.getCode(), ObservationMapper.BLOOD_PRESSURE))
                .toList();
        assertThat(pressure).isNotEmpty().allMatch(it -> it.getComponent().size() == 2);
    }

    private static List<String> sections(Bundle document) {
        return ((Composition) document.getEntryFirstRep().getResource())
                .getSection().stream()
                        .map(it -> it.getCode().getCodingFirstRep().getCode())
                        .toList();
    }

    private static String lastTime(List<Resource> told) {
        return told.stream()
                .filter(Observation.class::isInstance)
                .map(it -> it.getIdElement().getIdPart())
                .findFirst()
                .map(it -> it.substring(it.lastIndexOf('-')))
                .orElseThrow();
    }

    private static boolean is(CodeableConcept code, String loinc) {
        return code.getCodingFirstRep().getCode().equals(loinc);
    }
}
