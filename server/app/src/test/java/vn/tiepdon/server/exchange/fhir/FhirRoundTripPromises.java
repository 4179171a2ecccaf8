package vn.tiepdon.server.exchange.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.Refusal;
import vn.tiepdon.server.exchange.RefusalReason;
import vn.tiepdon.server.exchange.SourceItem;
import vn.tiepdon.server.exchange.WriteResult;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.history.Allergy;
import vn.tiepdon.server.history.ChronicDiagnosis;
import vn.tiepdon.server.history.ChronicProgrammes;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.EmergencyData;
import vn.tiepdon.server.history.FactIntake;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.IncomingFact;
import vn.tiepdon.server.history.IntakeResult;
import vn.tiepdon.server.history.Kept;
import vn.tiepdon.server.history.MedicalData;
import vn.tiepdon.server.history.Programme;
import vn.tiepdon.server.history.ProgrammeIntake;
import vn.tiepdon.server.history.ProgrammeMembership;
import vn.tiepdon.server.history.Saved;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientQuery;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

/** Programmes, chronic illnesses and drugs in use, from one hospital's export into another hospital. */
abstract class FhirRoundTripPromises {

    private static final LocalDate TODAY = LocalDate.now(InventedCharts.HOSPITAL.zone());
    private static final String NUMBER = "001150000301";
    private static final Drug METFORMIN = new Drug("Metformin 500 mg", "Sáng 1 viên", TODAY.minusDays(3), 30);

    @Autowired
    TestHospitals hospitals;

    @Autowired
    MedicalData data;

    @Autowired
    ChronicProgrammes programmes;

    @Autowired
    ProgrammeIntake programmeIntake;

    @Autowired
    FactIntake factIntake;

    @Autowired
    PatientDirectory directory;

    @Autowired
    NdjsonExport export;

    @Autowired
    NdjsonFormat lines;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private TestHospital hospital;
    private ClinicId heart;
    private ClinicId lungs;
    private PatientId patient;

    @BeforeEach
    void aPatientInTwoProgrammes() throws Exception {
        open();
        patient = hospital.patient("Nguyễn Thị Về", "1950", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.NATIONAL, NUMBER);
    }

    private void open() {
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 100);
        lungs = hospital.clinic("PHOI", 100);
    }

    @Test
    void whatIsExportedComesBackInAnEmptyHospitalAndTwiceIsOnce() throws Exception {
        join(Programme.HYPERTENSION, heart, TODAY.plusDays(9), 30);
        join(Programme.COPD, lungs, TODAY.minusDays(40), null);
        // A visit that sets a later day than the one that holds: the room has put it forward since.
        hospital.visit(patient, heart, TODAY.minusDays(20), "I10", "Tăng huyết áp");
        jdbc.sql("update visit set next_visit = ? where facility_id = ?")
                .params(List.of(TODAY.plusDays(30), hospital.id().value()))
                .update();
        save(
                new EmergencyData(
                        Optional.empty(),
                        List.of(new Allergy("Penicillin", Severity.SEVERE), new Allergy("Tôm", Severity.MODERATE)),
                        List.of(
                                illness("E11.9", "Đái tháo đường", Optional.of(TODAY.minusYears(4))),
                                illness("B20", "HIV", Optional.empty())),
                        List.of()),
                List.of(METFORMIN, new Drug("Amlodipin 5 mg", "Tối 1 viên", TODAY.minusDays(80), 7)));
        List<ProgrammeMembership> memberships = programmes.of(hospital.id(), patient);
        Kept<EmergencyData> emergency = data.emergency(hospital.id(), patient);
        Kept<List<Drug>> drugs = data.medication(hospital.id(), patient);
        String file = exported();

        open();
        assertThat(take(file)).noneMatch(WriteResult.Refused.class::isInstance);
        patient = only();
        assertThat(programmes.of(hospital.id(), patient)).isEqualTo(memberships);
        assertThat(data.emergency(hospital.id(), patient).value()).isEqualTo(emergency.value());
        assertThat(data.emergency(hospital.id(), patient).asOf()).isEqualTo(emergency.asOf());
        assertThat(data.medication(hospital.id(), patient).value()).isEqualTo(drugs.value());
        assertThat(data.medication(hospital.id(), patient).asOf()).isEqualTo(drugs.asOf());

        Kept<EmergencyData> before = data.emergency(hospital.id(), patient);
        assertThat(take(file)).extracting(FhirRoundTripPromises::said).containsOnly(IntakeResult.SAME);
        assertThat(data.emergency(hospital.id(), patient)).isEqualTo(before);
        assertThat(programmes.of(hospital.id(), patient)).isEqualTo(memberships);
        assertThat(exported().lines()).hasSameSizeAs(file.lines().toList());
    }

    @Test
    void aClinicThatIsNotHereIsTheOneOfTheImport() throws Exception {
        join(Programme.COPD, lungs, TODAY.plusDays(1), 30);
        String file = exported();
        hospital = hospitals.open();
        heart = hospital.clinic("TIM", 100);
        take(file);
        assertThat(programmes.of(hospital.id(), only()))
                .extracting(ProgrammeMembership::clinic)
                .containsExactly(heart);
    }

    @Test
    void ofAPlaceThatIsKnownOnlyALaterDayThatIsNotOverIsTaken() {
        assertThat(join(Programme.COPD, lungs, TODAY.minusDays(30), 30)).isEqualTo(IntakeResult.NEW);
        assertThat(join(Programme.COPD, lungs, TODAY.minusDays(3), 60)).isEqualTo(IntakeResult.SAME);
        assertThat(join(Programme.COPD, heart, TODAY.plusDays(9), 60)).isEqualTo(IntakeResult.SAME);
        assertThat(join(Programme.COPD, lungs, null, 60)).isEqualTo(IntakeResult.SAME);
        assertThat(due()).contains(TODAY.minusDays(30));
        assertThat(join(Programme.COPD, lungs, TODAY.plusDays(9), 60)).isEqualTo(IntakeResult.CHANGED);
        assertThat(join(Programme.COPD, lungs, TODAY.plusDays(8), 60)).isEqualTo(IntakeResult.SAME);
        assertThat(due()).contains(TODAY.plusDays(9));
        assertThat(programmes.of(hospital.id(), patient).get(0).drugDays()).contains(30);
    }

    @Test
    void whatTheDeskHasAskedStaysAndIsAddedTo() {
        save(
                new EmergencyData(
                        Optional.empty(),
                        List.of(),
                        List.of(illness("E11.9", "Tiểu đường", Optional.empty())),
                        List.of()),
                List.of(METFORMIN));
        assertThat(add(new IncomingFact.OfIllness(
                        illness("E11.9", "Đái tháo đường", Optional.of(TODAY.minusYears(9))), Optional.empty())))
                .contains(IntakeResult.SAME);
        assertThat(add(new IncomingFact.OfIllness(illness("I10", "Tăng huyết áp", Optional.empty()), Optional.empty())))
                .contains(IntakeResult.NEW);
        assertThat(data.emergency(hospital.id(), patient).value().diagnoses())
                .extracting(ChronicDiagnosis::name)
                .containsExactly("Tiểu đường", "Tăng huyết áp");

        Optional<LocalDate> before = Optional.of(TODAY.minusDays(1));
        Drug other = new Drug("Amlodipin 5 mg", "Tối 1 viên", TODAY.minusDays(2), 30);
        assertThat(add(new IncomingFact.OfDrug(METFORMIN, before))).contains(IntakeResult.SAME);
        assertThat(add(new IncomingFact.OfDrug(other, before))).contains(IntakeResult.NEW);
        // Asked for again since: neither another dosage nor what is used up.
        Drug more = new Drug(METFORMIN.name(), "Sáng 2 viên", TODAY.minusDays(2), 30);
        assertThat(add(new IncomingFact.OfDrug(more, before))).contains(IntakeResult.SAME);
        Drug usedUp = new Drug("Paracetamol 500 mg", "Khi đau", TODAY.minusDays(9), 5);
        assertThat(add(new IncomingFact.OfDrug(usedUp, before))).contains(IntakeResult.SAME);
        assertThat(data.medication(hospital.id(), patient).value()).containsExactly(METFORMIN, other);
        assertThat(data.medication(hospital.id(), patient).asOf()).isEqualTo(TODAY);
    }

    @Test
    void whatFindsNoRoomIsRefusedAndNothingElseOfTheFile() throws Exception {
        List<Drug> many = IntStream.range(0, Drug.MOST)
                .mapToObj(it -> new Drug("Thuốc " + it, "Sáng 1 viên", TODAY, 30))
                .toList();
        save(
                new EmergencyData(
                        Optional.empty(),
                        List.of(),
                        IntStream.range(0, EmergencyData.MOST_DIAGNOSES)
                                .mapToObj(it -> illness("F" + (10 + it), "Kín", Optional.empty()))
                                .toList(),
                        List.of()),
                many);
        Condition illness = new Condition();
        illness.setCode(Codes.of(Systems.ICD10, "B20", null));
        illness.addCategory(Codes.hl7("condition-category", ConditionMapper.PROBLEM, null));
        illness.setSubject(PatientMapper.reference(patient));
        MedicationStatement drug = new MedicationStatement();
        drug.setStatus(MedicationStatement.MedicationStatementStatus.ACTIVE);
        drug.setMedication(Codes.text("Warfarin 2 mg")).setSubject(PatientMapper.reference(patient));
        drug.setEffective(new Period().setStartElement(Times.day(TODAY)).setEndElement(Times.day(TODAY.plusDays(6))));
        drug.addDosage().setText("Tối 1 viên");
        CarePlan plan = new CarePlan().setStatus(CarePlan.CarePlanStatus.ACTIVE);
        plan.addCategory(Codes.of(Systems.PROGRAMME, "DIABETES", null)).setSubject(PatientMapper.reference(patient));
        String person = exported().lines().findFirst().orElseThrow();
        Refusal full = Refusal.of(RefusalReason.TOO_LARGE);
        assertThat(take(person + "\n" + json(illness) + "\n" + json(drug) + "\n" + json(plan)))
                .containsExactly(
                        new WriteResult.Written(IntakeResult.SAME, false, false),
                        new WriteResult.Refused(full),
                        new WriteResult.Refused(full),
                        new WriteResult.Written(IntakeResult.NEW, false, false));
        assertThat(data.medication(hospital.id(), patient).value()).isEqualTo(many);
        assertThat(data.emergency(hospital.id(), patient).value().diagnoses()).hasSize(16);
    }

    private Optional<LocalDate> due() {
        return programmes.of(hospital.id(), patient).get(0).due();
    }

    private IntakeResult join(Programme programme, ClinicId clinic, LocalDate due, Integer days) {
        ProgrammeMembership member = new ProgrammeMembership(
                programme,
                clinic,
                Optional.of(TODAY.minusYears(2)),
                Optional.ofNullable(due),
                Optional.ofNullable(days));
        return new TransactionTemplate(transactions)
                .execute(status -> programmeIntake.add(hospital.id(), patient, member));
    }

    private Optional<IntakeResult> add(IncomingFact fact) {
        return new TransactionTemplate(transactions).execute(status -> factIntake.add(hospital.id(), patient, fact));
    }

    private void save(EmergencyData emergency, List<Drug> drugs) {
        StaffMember desk = new StaffMember(hospital.id(), "letan", "Lễ tân", Set.of(Role.RECEPTION));
        assertThat(data.saveEmergency(desk, "test", patient, emergency, 0)).isEqualTo(Saved.DONE);
        assertThat(data.saveMedication(desk, "test", patient, drugs, 0)).isEqualTo(Saved.DONE);
    }

    private static ChronicDiagnosis illness(String code, String name, Optional<LocalDate> since) {
        return new ChronicDiagnosis(new Icd10(code), name, since);
    }

    private String exported() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        export.write(hospital.id(), file);
        return file.toString(UTF_8);
    }

    /** Record by record, each in a transaction of its own: no order within a batch helps. */
    private List<WriteResult> take(String file) throws Exception {
        ImportOrder order = new ImportOrder(hospital.id(), heart, "admin");
        List<WriteResult> results = new ArrayList<>();
        try (RecordSource<HospitalRecord> source = lines.open(order, new ByteArrayInputStream(file.getBytes(UTF_8)))) {
            for (Optional<SourceItem<HospitalRecord>> next = source.next(); next.isPresent(); next = source.next()) {
                HospitalRecord record = ((SourceItem.Read<HospitalRecord>) next.get()).content();
                results.addAll(
                        new TransactionTemplate(transactions).execute(status -> lines.write(order, List.of(record))));
            }
        }
        return results;
    }

    private PatientId only() {
        return directory
                .search(hospital.id(), PatientQuery.everybody(), Optional.empty(), 2)
                .patients()
                .get(0)
                .patient()
                .id();
    }

    private static IntakeResult said(WriteResult result) {
        return ((WriteResult.Written) result).result();
    }

    private static String json(Resource resource) {
        return R4.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }
}

@OnH2
class FhirRoundTripOnH2Test extends FhirRoundTripPromises {}

@OnPostgres
class FhirRoundTripOnPostgresTest extends FhirRoundTripPromises {}
