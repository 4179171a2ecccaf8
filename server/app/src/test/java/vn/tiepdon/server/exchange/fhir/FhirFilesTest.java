package vn.tiepdon.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.content.ProgrammePart;
import vn.tiepdon.server.exchange.content.VisitPart;
import vn.tiepdon.server.history.IncomingFact;
import vn.tiepdon.server.history.Programme;
import vn.tiepdon.server.history.Visit;

/** Files of FHIR resources: what is written is read again, and nothing breaks the reader. */
class FhirFilesTest {

    private static final long SEED = 20261122;
    private static final String LETTERS = "0129-TZ\"{}[],:aé";

    private final Chart chart = new InventedCharts(SEED).full();

    @Test
    void whatIsExportedIsReadBackAsItWas() throws Exception {
        assertThat(visits(lines(exported()))).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(visits(bundle(Everything.of(chart).toList()))).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void programmesIllnessesAndDrugsAreReadBackAsTheyWere() throws Exception {
        for (ToldSource file :
                List.of(lines(exported()), bundle(Everything.of(chart).toList()))) {
            List<HospitalRecord> told = records(items(file));
            assertThat(told).flatExtracting(HospitalRecord::facts).containsExactlyElementsOf(facts());
            assertThat(told)
                    .flatExtracting(it -> it.programme().stream().toList())
                    .containsExactlyElementsOf(chart.programmes().stream()
                            .map(it -> new ProgrammePart(
                                    it.programme(), Optional.of("c3"), it.since(), it.due(), it.drugDays()))
                            .toList());
            // Behind the visits: the day that they say, and the one that holds.
            assertThat(told.get(told.size() - 1).programme()).isPresent();
        }
    }

    @Test
    void whatIsNoProgrammeIllnessOrDrugInUseIsSetAsideAndCounted() throws Exception {
        CarePlan unheard = plan();
        unheard.getCategoryFirstRep().addCoding().setDisplay("Gout");
        unheard.getCategoryFirstRep().getCodingFirstRep().setCode("GOUT");
        CarePlan elsewhere = plan();
        elsewhere.getCategoryFirstRep().getCodingFirstRep().setSystem("urn:his:programme");
        CarePlan over = plan().setStatus(CarePlan.CarePlanStatus.COMPLETED);
        Condition gone = illness().setClinicalStatus(Codes.hl7("condition-clinical", "resolved", "Resolved"));
        Condition never = illness().setVerificationStatus(Codes.hl7("condition-ver-status", "refuted", "Refuted"));
        Condition none = illness().setCode(Codes.of(SummarySections.ABSENT, "no-known-problems", null));
        MedicationStatement stopped = drug().setStatus(MedicationStatement.MedicationStatementStatus.STOPPED);
        MedicationStatement taken = drug().setStatus(MedicationStatement.MedicationStatementStatus.COMPLETED);
        taken.getIdentifier().clear();
        List<SourceItem<HospitalRecord>> items =
                items(file(unheard, elsewhere, over, gone, never, none, stopped, taken));
        assertThat(items).hasSize(1);
        assertThat(((SourceItem.Read<HospitalRecord>) items.get(0)).setAside())
                .containsExactlyInAnyOrder(
                        "CarePlan",
                        "CarePlan",
                        "CarePlan",
                        "Condition",
                        "Condition",
                        "Condition",
                        "MedicationStatement",
                        "MedicationStatement");
    }

    @Test
    void whatCannotBeKeptOfThemIsRefusedWithItsElement() throws Exception {
        CarePlan lost = plan();
        lost.setSubject(new Reference("Patient/none"));
        CarePlan long100Days = plan();
        long100Days
                .getActivity()
                .get(1)
                .getDetail()
                .getScheduledTiming()
                .getRepeat()
                .setBounds(MedicationMapper.days(100));
        Condition unnamed = illness().setCode(Codes.text("Đái tháo đường"));
        Condition misspelt = illness().setCode(Codes.of(Systems.ICD10, "diabetes", null));
        Condition wordy = illness().setCode(Codes.of(Systems.ICD10, "E11", null).setText("x".repeat(201)));
        MedicationStatement always = drug().setEffective(new Period().setStartElement(Times.day(chart.today())));
        MedicationStatement undated = drug().setEffective(null);
        MedicationStatement backwards = drug();
        backwards.getEffectivePeriod().setEndElement(Times.day(chart.today().minusYears(1)));
        Condition ofNoSystem = illness();
        ofNoSystem.getCode().getCodingFirstRep().setSystem(null);
        MedicationStatement silent = drug();
        silent.getDosage().clear();
        MedicationStatement nameless = drug().setMedication(new Reference("Medication/1"));
        MedicationStatement wide = drug().setMedication(Codes.text("x".repeat(81)));
        assertThat(refusals(items(file(
                        unnamed,
                        misspelt,
                        wordy,
                        ofNoSystem,
                        always,
                        undated,
                        backwards,
                        silent,
                        nameless,
                        wide,
                        lost,
                        long100Days))))
                .extracting(it -> it.substring(it.indexOf(' ', it.indexOf(' ') + 1) + 1))
                .containsExactly(
                        "FIELD_MISSING Condition.code",
                        "DIAGNOSIS_INVALID Condition.code",
                        "FIELD_TOO_LONG Condition.code",
                        "FIELD_MISSING Condition.code",
                        "FIELD_MISSING MedicationStatement.effective",
                        "FIELD_MISSING MedicationStatement.effective",
                        "NUMBER_INVALID MedicationStatement.effective",
                        "FIELD_MISSING MedicationStatement.dosage",
                        "FIELD_MISSING MedicationStatement.medication",
                        "FIELD_TOO_LONG MedicationStatement",
                        "REFERENCE_DANGLING CarePlan.subject",
                        "NUMBER_INVALID CarePlan.activity.detail.scheduled");
    }

    @Test
    void aPlanThatSaysNothingButItsProgrammeIsAPlaceInIt() throws Exception {
        CarePlan bare = plan().setPeriod(null);
        bare.getActivity().clear();
        bare.addActivity()
                .getDetail()
                .setLocation(new Reference().setIdentifier(new Identifier().setSystem("urn:his")));
        assertThat(records(items(file(bare))))
                .flatExtracting(it -> it.programme().stream().toList())
                .containsExactly(new ProgrammePart(
                        Programme.DIABETES, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Lines with any letters exchanged are read, set aside or refused, and nothing else happens. */
    @Test
    void noExchangedLettersBreakTheReaderOfThem() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        String person = json(PatientMapper.patient(chart.facility(), chart.patient(), List.of())) + "\n";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder file = new StringBuilder(person);
            for (Resource one : List.of(plan(), illness(), drug())) {
                StringBuilder line = new StringBuilder(json(one));
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    line.setCharAt(random.nextInt(line.length()), LETTERS.charAt(random.nextInt(LETTERS.length())));
                }
                file.append(line).append('\n');
            }
            items(lines(file.toString()));
        }
    }

    private CarePlan plan() {
        return ProgrammeMapper.of(chart).findFirst().orElseThrow().resource();
    }

    private Condition illness() {
        return ConditionMapper.chronic(chart).findFirst().orElseThrow().resource();
    }

    private MedicationStatement drug() {
        return MedicationMapper.statements(chart).findFirst().orElseThrow().resource();
    }

    private List<IncomingFact> facts() {
        Optional<LocalDate> asked = Optional.of(chart.emergency().asOf());
        List<IncomingFact> facts = new ArrayList<>();
        chart.emergency().value().allergies().forEach(it -> facts.add(new IncomingFact.OfAllergy(it, asked)));
        chart.emergency().value().diagnoses().forEach(it -> facts.add(new IncomingFact.OfIllness(it, asked)));
        Optional<LocalDate> list = Optional.of(chart.medication().asOf());
        chart.medication().value().forEach(it -> facts.add(new IncomingFact.OfDrug(it, list)));
        return facts;
    }

    /** The patient, and then these. */
    private ToldSource file(Resource... resources) {
        StringBuilder file =
                new StringBuilder(json(PatientMapper.patient(chart.facility(), chart.patient(), List.of())) + "\n");
        for (Resource one : resources) {
            file.append(json(one)).append('\n');
        }
        return lines(file.toString());
    }

    private static List<HospitalRecord> records(List<SourceItem<HospitalRecord>> items) {
        List<HospitalRecord> records = new ArrayList<>();
        for (SourceItem<HospitalRecord> item : items) {
            records.add(((SourceItem.Read<HospitalRecord>) item).content());
        }
        return records;
    }

    @Test
    void theOrderOfResourcesIsNoMatter() throws Exception {
        List<Resource> shuffled = new ArrayList<>(Everything.of(chart).toList());
        Collections.shuffle(shuffled, new Random(SEED));
        List<SourceItem<HospitalRecord>> items = items(bundle(shuffled));
        assertThat(items).noneMatch(SourceItem.Refused.class::isInstance);
        assertThat(read(items))
                .extracting(VisitPart::sourceId)
                .containsExactlyInAnyOrderElementsOf(
                        expected().stream().map(VisitPart::sourceId).toList());
    }

    @Test
    void whatRefersToNothingIsRefusedWithItsLine() throws Exception {
        Observation lost = new Observation();
        lost.setId("o1");
        lost.setEncounter(new Reference("Encounter/none"));
        Encounter orphan = new Encounter();
        orphan.setId("e1");
        orphan.setSubject(new Reference("Patient/none"));
        List<SourceItem<HospitalRecord>> items = items(lines(json(lost) + "\n" + json(orphan) + "\n"));
        assertThat(refusals(items))
                .containsExactlyInAnyOrder(
                        "1 o1 REFERENCE_DANGLING Observation.encounter", "2 e1 REFERENCE_DANGLING Encounter.subject");
    }

    @Test
    void aLineThatCannotBeReadIsRefusedAndTheNextIsRead() throws Exception {
        String person = json(PatientMapper.patient(chart.facility(), chart.patient(), List.of()));
        byte[] wrongLetters =
                "{\"resourceType\":\"Patient\",\"id\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = ("{\n[]\nnull\n{\"resourceType\":\"Unheard\"}\n" + "x".repeat(NdjsonLines.LONGEST_LINE + 5)
                        + "\n\n" + person)
                .getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[wrongLetters.length + text.length];
        System.arraycopy(wrongLetters, 0, file, 0, wrongLetters.length);
        System.arraycopy(text, 0, file, wrongLetters.length, text.length);
        List<SourceItem<HospitalRecord>> items = items(new NdjsonLines(new ByteArrayInputStream(file)));
        assertThat(reasons(items))
                .containsExactly(
                        RefusalReason.ENCODING_WRONG,
                        RefusalReason.PART_BROKEN,
                        RefusalReason.PART_BROKEN,
                        RefusalReason.PART_BROKEN,
                        RefusalReason.PART_BROKEN,
                        RefusalReason.TOO_LARGE);
        assertThat(items).filteredOn(SourceItem.Read.class::isInstance).hasSize(1);
    }

    @Test
    void aBundleThatIsCutOffGivesNoVisitByHalves() throws Exception {
        String whole = text(Everything.of(chart).toList());
        for (int part = 1; part < 10; part++) {
            String cut = whole.substring(0, whole.length() * part / 10);
            FhirRecords records = records(new BundleEntries(bytes(cut)));
            List<SourceItem<HospitalRecord>> items = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (Optional<SourceItem<HospitalRecord>> next = records.next();
                                next.isPresent();
                                next = records.next()) {
                            items.add(next.get());
                        }
                    })
                    .isInstanceOf(FileBrokenException.class);
            assertThat(read(items)).isEmpty();
        }
    }

    @Test
    void whatIsNoBundleIsSaidToBeNone() {
        for (String text : List.of("", "[]", "{\"resourceType\":\"Patient\"}", "\u0000", "{\"entry\":[1]}")) {
            assertThatThrownBy(() -> items(new BundleEntries(bytes(text))))
                    .as(text)
                    .isInstanceOf(FileBrokenException.class);
        }
    }

    private List<VisitPart> expected() {
        return chart.visits().stream().map(FhirFilesTest::part).toList();
    }

    private static VisitPart part(Visit visit) {
        return new VisitPart(
                visit.sourceId().orElseThrow(),
                Optional.of("c" + visit.clinic().value()),
                visit.day(),
                visit.details());
    }

    private String exported() throws IOException {
        StringWriter out = new StringWriter();
        new ResourceLines(out).add(chart);
        return out.toString();
    }

    private static String json(Resource resource) {
        return R4.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    private static String text(List<Resource> resources) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        resources.forEach(it -> bundle.addEntry().setResource(it));
        return R4.CONTEXT.newJsonParser().setPrettyPrint(true).encodeResourceToString(bundle);
    }

    private static ToldSource bundle(List<Resource> resources) {
        return new BundleEntries(bytes(text(resources)));
    }

    private static ToldSource lines(String text) {
        return new NdjsonLines(bytes(text));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FhirRecords records(ToldSource source) {
        return new FhirRecords(source, InventedCharts.HOSPITAL, List.of());
    }

    private static List<VisitPart> visits(ToldSource source) throws FileBrokenException {
        return read(items(source));
    }

    private static List<SourceItem<HospitalRecord>> items(ToldSource source) throws FileBrokenException {
        List<SourceItem<HospitalRecord>> items = new ArrayList<>();
        try (FhirRecords records = records(source)) {
            for (Optional<SourceItem<HospitalRecord>> next = records.next(); next.isPresent(); next = records.next()) {
                items.add(next.get());
            }
        }
        return items;
    }

    private static List<VisitPart> read(List<SourceItem<HospitalRecord>> items) {
        List<VisitPart> read = new ArrayList<>();
        for (SourceItem<HospitalRecord> item : items) {
            if (item instanceof SourceItem.Read<HospitalRecord> one) {
                one.content().visit().ifPresent(read::add);
            }
        }
        return read;
    }

    private static List<String> refusals(List<SourceItem<HospitalRecord>> items) {
        List<String> refusals = new ArrayList<>();
        for (SourceItem<HospitalRecord> item : items) {
            if (item instanceof SourceItem.Refused<HospitalRecord> one) {
                refusals.add(one.line() + " " + one.sourceId().orElse("") + " "
                        + one.refusal().reason() + " " + one.refusal().field().orElse(""));
            }
        }
        return refusals;
    }

    private static List<RefusalReason> reasons(List<SourceItem<HospitalRecord>> items) {
        List<RefusalReason> reasons = new ArrayList<>();
        for (SourceItem<HospitalRecord> item : items) {
            if (item instanceof SourceItem.Refused<HospitalRecord> one) {
                reasons.add(one.refusal().reason());
            }
        }
        return reasons;
    }
}
