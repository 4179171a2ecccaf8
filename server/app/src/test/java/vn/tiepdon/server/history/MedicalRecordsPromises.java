package vn.tiepdon.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.patientcard.record.BloodGroup;
import vn.tiepdon.card.patientcard.record.EmergencyRecord;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.card.patientcard.record.MedicationRecord;
import vn.tiepdon.card.patientcard.record.VisitRecord;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.OnPostgres;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;
import vn.tiepdon.server.testing.Together;

@RecordApplicationEvents
abstract class MedicalRecordsPromises {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Autowired
    TestHospitals hospitals;

    @Autowired
    MedicalData data;

    @Autowired
    MedicalRecords records;

    @Autowired
    Visits visits;

    @Autowired
    DiagnosisCatalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEvents published;

    TestHospital hospital;
    PatientId patient;
    ClinicId clinic;
    StaffMember desk;

    @BeforeEach
    void aPatient() {
        hospital = hospitals.open();
        clinic = hospital.clinic("TIM", 10);
        patient = hospital.patient("Trần Văn An", "1955-02-03", Sex.MALE);
        desk = new StaffMember(hospital.id(), "letan", "Lễ tân", Set.of(Role.RECEPTION));
    }

    private Saved save(EmergencyData emergency, int seen) {
        return data.saveEmergency(desk, "test", patient, emergency, seen);
    }

    private static EmergencyData allergicTo(String... substances) {
        List<Allergy> allergies = new ArrayList<>();
        for (String one : substances) {
            allergies.add(new Allergy(one, Severity.SEVERE));
        }
        return new EmergencyData(Optional.of(BloodGroup.parse("AB-")), allergies, List.of(), List.of());
    }

    @Test
    void whatTheDeskSavedIsWhatTheCardGets() {
        EmergencyData whole = new EmergencyData(
                Optional.of(BloodGroup.parse("O+")),
                List.of(new Allergy("Penicillin", Severity.SEVERE)),
                List.of(new ChronicDiagnosis(new Icd10("I10"), "Tăng huyết áp", Optional.of(DAY))),
                List.of(new EmergencyContact("Lê Thị Hoa", "0912 345 678", Optional.of("vợ"))));
        assertThat(records.emergency(hospital.id(), patient)).isEmpty();
        assertThat(save(whole, 0)).isEqualTo(Saved.DONE);
        assertThat(data.emergency(hospital.id(), patient).value()).isEqualTo(whole);
        EmergencyRecord record = records.emergency(hospital.id(), patient).orElseThrow();
        assertThat(record.bloodGroup().map(BloodGroup::text)).contains("O+");
        assertThat(record.allergies())
                .extracting(EmergencyRecord.Allergy::substance)
                .containsExactly("Penicillin");
        assertThat(record.chronic())
                .containsExactly(new EmergencyRecord.Chronic("I10", "Tăng huyết áp", Optional.of(DAY)));
        assertThat(record.contacts())
                .extracting(EmergencyRecord.Contact::telephone)
                .containsExactly("0912 345 678");
        assertThat(published.stream(MedicalDataChanged.class))
                .containsExactly(new MedicalDataChanged(hospital.id(), patient));
    }

    @Test
    void anEmptyListThatWasAskedForIsAnAnswer() {
        assertThat(records.medication(hospital.id(), patient)).isEmpty();
        data.saveMedication(desk, "test", patient, List.of(), 0);
        assertThat(records.medication(hospital.id(), patient).map(MedicationRecord::drugs))
                .contains(List.of());
    }

    @Test
    void aStalePageChangesNothing() {
        assertThat(save(allergicTo("Aspirin"), 0)).isEqualTo(Saved.DONE);
        assertThat(save(allergicTo("Tôm"), 0)).isEqualTo(Saved.STALE);
        assertThat(save(allergicTo("Tôm"), 7)).isEqualTo(Saved.STALE);
        assertThat(data.emergency(hospital.id(), patient).value()).isEqualTo(allergicTo("Aspirin"));
        assertThat(save(allergicTo("Tôm"), 1)).isEqualTo(Saved.DONE);
        assertThat(data.emergency(hospital.id(), patient).version()).isEqualTo(2);
        assertThat(published.stream(MedicalDataChanged.class)).hasSize(2);
    }

    @Test
    void ofManyWhoSaveAtTheSameInstantOneIsKept() throws Exception {
        List<Callable<Saved>> savers = IntStream.range(0, 6)
                .<Callable<Saved>>mapToObj(i -> () -> save(allergicTo("Chất " + i), 0))
                .toList();
        assertThat(Together.run(savers)).containsOnlyOnce(Saved.DONE).containsOnly(Saved.DONE, Saved.STALE);
        assertThat(data.emergency(hospital.id(), patient).value().allergies()).hasSize(1);
    }

    @Test
    void aSensitiveDiagnosisNeverReachesACard() {
        for (String code : new String[] {"B20", "B24", "F32.9", "Z21", "A53.9"}) {
            long visit = record(code);
            assertThat(records.visit(hospital.id(), visit)).as(code).isEmpty();
            hospital.chronic(patient, code, "kín");
        }
        hospital.chronic(patient, "I10", "Tăng huyết áp");
        Kept<EmergencyData> kept = data.emergency(hospital.id(), patient);
        assertThat(save(kept.value(), 0)).isEqualTo(Saved.DONE);
        assertThat(records.emergency(hospital.id(), patient).orElseThrow().chronic())
                .extracting(EmergencyRecord.Chronic::code)
                .containsExactly("I10");
        assertThat(published.stream(VisitRecorded.class)).isEmpty();
    }

    @Test
    void aVisitReachesTheCardWithItsClinicAndTheNextDay() {
        hospital.programme(patient, "HYPERTENSION", clinic, DAY);
        long visit = record("I10");
        assertThat(records.visit(hospital.id(), visit))
                .contains(new VisitRecord(
                        DAY, hospital.code(), "Phòng khám TIM", List.of("I10"), Optional.of(DAY.plusMonths(1))));
        assertThat(published.stream(VisitRecorded.class))
                .containsExactly(new VisitRecorded(hospital.id(), patient, visit));
        assertThat(jdbc.sql("select next_due from chronic_programme where facility_id = ?")
                        .param(hospital.id().value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(DAY.plusMonths(1));
        assertThat(records.visit(hospitals.open().id(), visit)).isEmpty();
    }

    @Test
    void longNamesAreShortenedForTheEyeToSeeAndTheWholeStillFits() {
        List<ChronicDiagnosis> many = catalogue.shipped().stream()
                .filter(one -> one.name().vi().length() > 40)
                .limit(12)
                .map(one -> new ChronicDiagnosis(one.code(), one.name().vi(), Optional.empty()))
                .toList();
        assertThat(save(new EmergencyData(Optional.empty(), List.of(), many, List.of()), 0))
                .isEqualTo(Saved.DONE);
        EmergencyRecord record = records.emergency(hospital.id(), patient).orElseThrow();
        assertThat(record.fits()).isTrue();
        assertThat(record.chronic()).hasSize(12).anySatisfy(one -> assertThat(one.name())
                .endsWith("…"));
    }

    @Test
    void aListOfDrugsThatDoesNotFitIsRefusedWholeAndTheOldOneStays() {
        Drug drug = new Drug("Metformin 850 mg", "Sáng 1 viên, tối 1 viên", DAY, 30);
        data.saveMedication(desk, "test", patient, List.of(drug), 0);
        List<Drug> tooMany = IntStream.range(0, Drug.MOST)
                .mapToObj(i -> new Drug("Thuoc " + "x".repeat(70), "Ngay uong " + "y".repeat(60), DAY, 30))
                .toList();
        assertThat(data.saveMedication(desk, "test", patient, tooMany, 1)).isEqualTo(Saved.DOES_NOT_FIT);
        Drug longDose = new Drug("Warfarin 2 mg", "ế".repeat(40), DAY, 30);
        assertThat(data.saveMedication(desk, "test", patient, List.of(longDose), 1))
                .isEqualTo(Saved.DOES_NOT_FIT);
        assertThat(records.medication(hospital.id(), patient).orElseThrow().drugs())
                .extracting(MedicationRecord.Drug::name)
                .containsExactly("Metformin 850 mg");
    }

    private long record(String code) {
        NewVisit visit = new NewVisit(
                patient,
                clinic,
                DAY,
                Optional.empty(),
                VisitDetails.of(VisitKind.EXAMINATION, Diagnosis.named(new Icd10(code), "Bệnh"))
                        .expecting(Optional.of(DAY.plusMonths(1))));
        return new TransactionTemplate(transactions).execute(status -> visits.record(desk, "test", visit));
    }
}

@OnH2
class MedicalRecordsOnH2Test extends MedicalRecordsPromises {}

@OnPostgres
class MedicalRecordsOnPostgresTest extends MedicalRecordsPromises {}
