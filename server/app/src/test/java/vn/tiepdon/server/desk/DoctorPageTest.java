package vn.tiepdon.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.history.Allergy;
import vn.tiepdon.server.history.ClinicalIntake;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.EmergencyData;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.IncomingVisit;
import vn.tiepdon.server.history.MedicalData;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;
import vn.tiepdon.server.testing.Browser;
import vn.tiepdon.server.testing.Chromium;
import vn.tiepdon.server.testing.OnH2;
import vn.tiepdon.server.testing.TestHospital;
import vn.tiepdon.server.testing.TestHospitals;

@OnH2
class DoctorPageTest {

    private static final LocalDate TODAY = TestHospital.today();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TestHospitals hospitals;

    @Autowired
    ClinicalIntake intake;

    @Autowired
    ClinicalRecords records;

    @Autowired
    MedicalData data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TestHospital hospital;
    PatientId patient;
    ClinicId clinic;

    @BeforeEach
    void twoYearsOfSomebodyWithTwoIllnesses() {
        hospital = hospitals.open();
        clinic = hospital.clinic("TIM", 100);
        patient = hospital.patient("Nguyễn Thị Minh", "1950-03-02", Sex.FEMALE);
        hospital.identifier(patient, IdentifierKind.HOSPITAL, "BN000001");
        hospital.programme(patient, "HYPERTENSION", clinic, TODAY.minusDays(3));
        List<IncomingVisit> told = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            LocalDate day = TODAY.minusMonths(23 - month);
            String code = month == 20 ? "F32.9" : "I10";
            told.add(new IncomingVisit(patient, clinic, day, "LK" + month, visit(day, month, code)));
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> intake.write(hospital.id(), told));
        StaffMember desk = new StaffMember(hospital.id(), "letan", "Lễ tân", Set.of(Role.RECEPTION));
        List<Allergy> allergies =
                List.of(new Allergy("Penicillin", Severity.SEVERE), new Allergy("Tôm", Severity.MILD));
        data.saveEmergency(
                desk, "test", patient, new EmergencyData(Optional.empty(), allergies, List.of(), List.of()), 0);
    }

    private static VisitDetails visit(LocalDate day, int month, String code) {
        VisitDetails bare = VisitDetails.of(VisitKind.CHRONIC_DRUGS, diagnosis(code, "Bệnh " + code));
        List<Observed> measured = new ArrayList<>(List.of(
                measured(ObservationKind.SYSTOLIC, day, 165 - month),
                measured(ObservationKind.DIASTOLIC, day, 95 - month / 2.0),
                measured(ObservationKind.FASTING_GLUCOSE, day, 9.5 - month * 0.1)));
        if (month % 3 == 2) {
            measured.add(measured(ObservationKind.HBA1C, day, 8.9 - month * 0.05));
            measured.add(measured(ObservationKind.GLUCOSE, day, 12 - month * 0.1));
        }
        List<Prescribed> drugs = List.of(
                drug("Amlodipin 5 mg", "Sáng 1 viên", day), drug("Metformin 850 mg", "Sáng, tối 1 viên sau ăn", day));
        return bare.with(List.of(diagnosis("E11.9", "Đái tháo đường típ 2")), drugs, measured);
    }

    private static Diagnosis diagnosis(String code, String name) {
        return Diagnosis.named(new Icd10(code), name);
    }

    private static Observed measured(ObservationKind kind, LocalDate day, double value) {
        return new Observed(
                kind,
                BigDecimal.valueOf(value),
                day.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC),
                Optional.empty());
    }

    private static Prescribed drug(String name, String dosage, LocalDate from) {
        return new Prescribed(
                Optional.of("40.1"),
                name,
                Optional.of("Uống"),
                dosage,
                Optional.of(new BigDecimal("30")),
                Optional.of("viên"),
                from,
                Optional.of(30));
    }

    private Page open(String path, Role... roles) {
        Page page = chromium.staff(port, hospital.staff(roles));
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    @Test
    void aDoctorSeesDangersValuesAndVisitsOnOnePage() {
        Page page = open("/desk/patients/BN000001", Role.ROOM);
        assertThat(page.locator(".alerts")).containsText("Penicillin");
        assertThat(page.locator(".programmes")).containsText("quá hẹn");
        assertThat(page.locator("svg.chart")).hasCount(3);
        assertThat(page.locator("svg.chart").last().boundingBox().height).isBetween(150.0, 260.0);
        assertThat(page.locator(".charts figcaption").first()).containsText("142/83,5 mmHg");
        assertThat(page.locator(".charts figcaption").first()).containsText("cao hơn đích");
        assertThat(page.locator("#visits > li[id]")).hasCount(10);
        assertThat(page.locator("#visits > li").first()).containsText("Amlodipin 5 mg");
        Browser.picture(page, "doctor-record");
        Chromium.assertUsableByAll(page);
        page.locator(".charts summary").first().click();
        assertThat(page.locator(".numbers tbody tr").first()).containsText("142");
        page.locator(".more-visits a").click();
        assertThat(page.locator("#visits > li[id]")).hasCount(20);
        page.locator(".more-visits a").scrollIntoViewIfNeeded();
        Browser.picture(page, "doctor-history");
        page.locator(".more-visits a").click();
        assertThat(page.locator("#visits > li[id]")).hasCount(24);
        assertThat(page.locator(".more-visits")).hasCount(0);
        Chromium.assertUsableByAll(page);
        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator(".charts figcaption").first()).containsText("above target");
    }

    @Test
    void aSensitiveVisitIsForTheRoomsAloneAndItsReadingIsOnRecord() {
        Page admin = open("/desk/patients/BN000001", Role.ADMIN);
        assertThat(admin.locator("#visits")).not().containsText("F32.9");
        assertThat(admin.locator(".hidden-visit")).hasCount(1);
        assertThat(trail()).containsExactly("patient.emergency", "patient.open", "patient.history");
        Page room = open("/desk/patients/BN000001", Role.ROOM);
        assertThat(room.locator("#visits")).containsText("F32.9");
        assertThat(trail()).last().asString().isEqualTo("patient.history.sensitive");
        Page desk = open("/desk/patients/BN000001", Role.RECEPTION);
        assertThat(desk.locator(".record")).hasCount(0);
        Response older = desk.navigate("http://localhost:" + port + "/desk/patients/BN000001/visits");
        assertThat(older.status()).isEqualTo(403);
    }

    private List<String> trail() {
        return jdbc.sql("select action from audit where facility_id = ? and object like 'patient %' order by at")
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void aFormThatIsSentTheMomentItHasComeDoesNotLoadThePageAnew() {
        Page page = open("/desk/patients/BN000001", Role.ROOM);
        page.evaluate("""
                () => document.body.addEventListener('htmx:afterSwap', () => queueMicrotask(
                    () => document.querySelector('#targets form').requestSubmit()), {once: true})""");
        page.keyboard().press("F2");
        page.keyboard().type("150/90");
        AtomicInteger sent = new AtomicInteger();
        Response second = page.waitForResponse(
                answer -> answer.request().method().equals("POST") && sent.incrementAndGet() == 2,
                () -> page.keyboard().press("Enter"));
        assertThat(second.request().isNavigationRequest()).isFalse();
        assertThat(page.locator("#targets .notice")).containsText("Đã lưu");
        assertThat(page.locator("#pressure")).isFocused();
    }

    @Test
    void aDoctorSetsATargetOfThePatientsOwnByKeyboard() {
        Page page = open("/desk/patients/BN000001", Role.ROOM);
        page.keyboard().press("F2");
        assertThat(page.locator("#pressure")).isFocused();
        page.keyboard().type("90/150");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("8,5");
        page.keyboard().press("Enter");
        assertThat(page.locator("#targets .notice")).containsText("Huyết áp: gõ như 150/90");
        assertThat(page.locator("#glycated")).hasValue("8,5");
        page.keyboard().press("F2");
        page.keyboard().type("150/90");
        page.keyboard().press("Enter");
        assertThat(page.locator("#targets .notice")).containsText("Đã lưu");
        assertThat(page.locator("#pressure")).isFocused();
        assertThat(page.locator(".charts figcaption").first()).containsText("142/83,5 mmHg");
        assertThat(page.locator(".charts figcaption").first()).containsText("trong đích");
        assertThat(page.locator(".charts figure").first())
                .containsText("đích riêng của người bệnh: tâm thu dưới 150, tâm trương dưới 90");
        assertThat(page.locator(".chart-end")).hasCount(3);
        assertThat(page.locator("#targets summary")).containsText("150/90, nv");
        Browser.picture(page, "doctor-targets");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.picture(page, "doctor-targets-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Chromium.assertUsableByAllInBothThemes(page);
        page.locator("#save-targets").scrollIntoViewIfNeeded();
        Browser.picture(page, "doctor-targets-form");
        page.keyboard().press("Escape");
        assertThat(page.locator("#targets summary")).isFocused();
        assertThat(trail()).contains("patient.targets");
        Page admin = open("/desk/patients/BN000001?lang=en", Role.ADMIN);
        assertThat(admin.locator(".charts figure").first())
                .containsText("the patient's own target: systolic below 150");
        assertThat(admin.locator("#targets")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void todaysVisitIsCorrectedAndKeepsWhatThePageDoesNotShow() {
        Page page = open("/desk/patients/BN000001", Role.ROOM);
        assertThat(page.locator(".after a")).hasCount(1);
        page.locator(".after a").click();
        assertThat(page.locator("#bp")).hasValue("142/83,5");
        Browser.picture(page, "doctor-correction");
        page.locator("#code").fill("X99");
        page.locator("#bp").fill("142");
        page.locator("#save-correction").click();
        assertThat(page.locator(".notice.attention")).containsText("Huyết áp gồm hai số");
        assertThat(page.locator(".notice.attention")).containsText("gõ tên bệnh");
        Browser.picture(page, "doctor-correction-problems");
        page.locator("#code").fill("i11.9");
        page.locator("#bp").fill("142/84");
        page.locator("#save-correction").click();
        assertThat(page.locator(".notice")).containsText("Đã lưu");
        Visit visit = records.visitOfSource(hospital.id(), "LK23").orElseThrow();
        assertThat(visit.version()).isEqualTo(2);
        assertThat(visit.details().diagnosis().code()).isEqualTo(new Icd10("I11.9"));
        assertThat(visit.details().prescriptions())
                .isEqualTo(visit(TODAY, 23, "I10").prescriptions());
        assertThat(visit.details().others()).isEqualTo(visit(TODAY, 23, "I10").others());
        page.locator(".person a").click();
        assertThat(page.locator("#visits > li").first()).containsText("đã sửa 1 lần");
    }
}
